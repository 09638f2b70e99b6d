// The least a skill on Lambda can be: no package, one signed read, one sentence.
const { createHash, createHmac } = require('node:crypto');
const http = require('node:http');
const https = require('node:https');

const client = process.env.AWS_ENDPOINT_URL_DYNAMODB?.startsWith('http:') ? http : https;
const agent = new client.Agent({ keepAlive: true });
const hash = (text) => createHash('sha256').update(text).digest('hex');
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();

const sign = (host, target, body) => {
  const time = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = time.slice(0, 8);
  const region = process.env.AWS_REGION;
  const scope = `${day}/${region}/dynamodb/aws4_request`;
  const type = 'application/x-amz-json-1.0';
  const names = 'content-type;host;x-amz-date;x-amz-target';
  const canonical = `POST\n/\n\ncontent-type:${type}\nhost:${host}\nx-amz-date:${time}\nx-amz-target:${target}\n\n${names}\n${hash(body)}`;
  const secret = `AWS4${process.env.AWS_SECRET_ACCESS_KEY}`;
  const key = ['dynamodb', 'aws4_request'].reduce(hmac, hmac(hmac(secret, day), region));
  const signature = createHmac('sha256', key)
    .update(`AWS4-HMAC-SHA256\n${time}\n${scope}\n${hash(canonical)}`)
    .digest('hex');
  const credential = `${process.env.AWS_ACCESS_KEY_ID}/${scope}`;
  return {
    'content-type': type,
    'x-amz-date': time,
    'x-amz-target': target,
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`,
  };
};

const read = (key) =>
  new Promise((resolve, reject) => {
    const url = new URL(
      process.env.AWS_ENDPOINT_URL_DYNAMODB ?? `https://dynamodb.${process.env.AWS_REGION}.amazonaws.com`,
    );
    const body = JSON.stringify({ TableName: process.env.TABLE_NAME, Key: key });
    const headers = sign(url.host, 'DynamoDB_20120810.GetItem', body);
    const asked = client.request(url, { agent, method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve(JSON.parse(text)));
    });
    asked.on('error', reject);
    asked.end(body);
  });

exports.handler = async (event) => {
  const { Item } = await read({ pk: { S: event.context.System.user.userId }, sk: { S: 'ECHO' } });
  const text = `<speak>Hello ${Item?.name?.S ?? 'there'}. What would you like?</speak>`;
  return {
    version: '1.0',
    response: { outputSpeech: { type: 'SSML', ssml: text }, shouldEndSession: false },
    sessionAttributes: {},
  };
};
