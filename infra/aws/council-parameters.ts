import * as v from 'valibot';

const matches = (pattern: RegExp, says: string) => v.pipe(v.string(says), v.regex(pattern, says));
const host = (what: string) =>
  matches(
    /^(?=.{4,253}$)([a-z0-9-]+\.)+[a-z]{2,}$/,
    `${what} must be a host name in small letters, like care.harbour.gov.uk`,
  );

/** Where a custom skill's function may run for Europe; everything else stands beside it. */
const REGION = 'eu-west-1';

const schema = v.strictObject({
  council: matches(
    /^[a-z][a-z0-9-]{1,30}$/,
    'council must be 2 to 31 small letters, digits or hyphens: it is part of every key for ever',
  ),
  stage: v.picklist(['practice', 'live'], 'stage must be practice or live'),
  sender: v.pipe(
    v.string('sender must be text'),
    v.minLength(1, 'sender must name the council, as people know it'),
    v.maxLength(60, 'sender must be at most 60 letters'),
  ),
  account: matches(/^\d{12}$/, 'account must be the 12 digits of an AWS account'),
  region: v.literal(REGION, `region must be ${REGION}: Alexa calls functions for Europe there`),
  skillId: matches(/^amzn1\.ask\.skill\.[0-9a-f-]{36}$/, 'skillId must look like amzn1.ask.skill.12345678-…'),
  skillClientId: matches(
    /^amzn1\.application-oa2-client\./,
    'skillClientId must look like amzn1.application-oa2-client.…',
  ),
  propertiesClientId: matches(
    /^amzn1\.application-oa2-client\./,
    'propertiesClientId must look like amzn1.application-oa2-client.…',
  ),
  /** The organisation or property whose Echos the council manages (Alexa Smart Properties), or `none`. */
  propertiesUnitId: v.union(
    [v.literal('none'), v.pipe(v.string(), v.regex(/^amzn1\.alexa\.unit\.did\.\S+$/))],
    'propertiesUnitId must look like amzn1.alexa.unit.did.…, or be none',
  ),
  consoleHost: host('consoleHost'),
  screenHost: host('screenHost'),
  certificateArn: matches(
    /^arn:aws:acm:eu-west-1:\d{12}:certificate\/[0-9a-f-]{36}$/,
    `certificateArn must be a certificate of AWS Certificate Manager in ${REGION} that covers both hosts`,
  ),
  signIn: v.strictObject({
    issuer: v.pipe(
      v.string(),
      v.url('signIn.issuer must be an address'),
      v.startsWith('https://', 'signIn.issuer must begin with https://'),
    ),
    clientId: v.pipe(v.string(), v.minLength(1, 'signIn.clientId must not be empty')),
  }),
  notify: v.strictObject({
    textTemplate: v.pipe(v.string(), v.uuid('notify.textTemplate must be the id of a template in GOV.UK Notify')),
    emailTemplate: v.pipe(v.string(), v.uuid('notify.emailTemplate must be the id of a template in GOV.UK Notify')),
  }),
  /** The council's service directory (Open Referral UK), without a slash at its end. */
  directoryUrl: v.union(
    [v.literal('none'), v.pipe(v.string(), v.url(), v.regex(/^https:\/\/.*[^/]$/))],
    'directoryUrl must be the https address of an Open Referral UK feed, without a slash at its end, or none',
  ),
  onCall: v.pipe(
    v.array(v.pipe(v.string(), v.email('onCall must hold e-mail addresses'))),
    v.minLength(1, 'onCall must name at least one person to tell'),
  ),
  monthlyBudgetUsd: v.pipe(
    v.number('monthlyBudgetUsd must be a number'),
    v.minValue(1, 'monthlyBudgetUsd must be at least 1'),
  ),
  /** A locked vault in another account or region, to which each night's copy is copied: what is left if this account is lost. */
  backupCopyVault: v.exactOptional(
    matches(
      /^arn:aws:backup:eu-[a-z]+-\d:\d{12}:backup-vault:[a-zA-Z0-9_-]{2,50}$/,
      'backupCopyVault must be the ARN of a vault of AWS Backup in Europe; leave it out for none',
    ),
  ),
  restoredTable: v.exactOptional(
    matches(/^[a-zA-Z0-9_.-]{3,255}$/, 'restoredTable must be the name of a table; only after a restore (runbook R15)'),
  ),
  dispatchEpoch: matches(
    /^[1-9]\d*$/,
    'dispatchEpoch must be a whole number in quotes; raise it before a restore (runbook R15)',
  ),
});

/** What a council decides before its stacks are made. */
export type CouncilParameters = v.InferOutput<typeof schema>;

/** The parameters in a JSON text. Throws one message that names every mistake, each with its place. */
export const councilParameters = (text: string): CouncilParameters => {
  const parsed = v.safeParse(schema, jsonOf(text));
  if (parsed.success) return parsed.output;
  const mistakes = parsed.issues.map((issue) => `  ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  throw new Error(`These parameters cannot be used:\n${mistakes.join('\n')}`);
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new Error(`The parameters are not JSON: ${fault instanceof Error ? fault.message : 'unreadable'}`);
  }
};
