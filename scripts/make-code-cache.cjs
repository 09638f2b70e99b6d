// Run by code-cache.ts in a process of its own: loads one Lambda, lets it answer one event of its kind, and keeps what V8 compiled.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

const [folder, name] = process.argv.slice(2);
const web = (path) => ({
  version: '2.0',
  rawPath: path,
  rawQueryString: '',
  headers: { host: 'bellbird.example' },
  requestContext: { http: { method: 'GET', path }, domainName: 'bellbird.example' },
  isBase64Encoded: false,
});
const application = { applicationId: 'https://SKILL_ID.example' };
const user = { userId: 'user' };
const events = {
  skill: {
    version: '1.0',
    session: { new: true, sessionId: 'session', application, user },
    context: {
      System: {
        application,
        user,
        device: { deviceId: 'device', supportedInterfaces: {} },
        apiEndpoint: 'https://api.eu.amazonalexa.com',
        apiAccessToken: 'token',
      },
    },
    request: { requestId: 'request', timestamp: new Date().toISOString(), locale: 'en-GB', type: 'LaunchRequest' },
  },
  console: web('/console/sign-in'),
  screen: web('/screen'),
  deliver: { Records: [] },
  tick: {},
};

const lambda = require(join(folder, 'index.cjs'));
process.stdout.write = () => true; // what it logs of an empty table is of no interest
const keep = () => writeFileSync(join(folder, 'bundle.cache'), lambda.codeCache());
// An event that an empty table cannot answer has warmed what it ran through all the same.
lambda.handler(events[name] ?? {}, {}).then(keep, keep);
