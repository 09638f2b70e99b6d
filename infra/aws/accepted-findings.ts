/** A finding that a person looked at and accepted, until a day on which somebody looks again. */
export type AcceptedFinding = {
  /** The rule, without the details in brackets. */
  readonly rule: string;
  /** Which constructs, as a pattern over their path below the stack. */
  readonly at: RegExp;
  readonly reason: string;
  /** `YYYY-MM-DD`: from then on it is a finding again. */
  readonly until: string;
};

const NEXT_YEAR = '2027-11-24';

export const ACCEPTED_FINDINGS: readonly AcceptedFinding[] = [
  {
    rule: 'AwsSolutions-IAM4',
    at: /^nightly\/table\/Role/,
    reason: 'AWS Backup itself takes this role on; its managed policy is the one AWS keeps right for restoring.',
    until: NEXT_YEAR,
  },
  {
    rule: 'AwsSolutions-IAM5',
    at: /^(skill|tick|deliver|console|screen)-role\/DefaultPolicy/,
    reason:
      'X-Ray takes segments for no narrower resource than all; an assertion of ours allows the star for its two actions only.',
    until: NEXT_YEAR,
  },
  {
    rule: 'AwsSolutions-SMG4',
    at: /^(hash|seal)-key-secret/,
    reason: 'Echos are found by the one key and their ids sealed by the other: changing them unpairs every home.',
    until: NEXT_YEAR,
  },
  {
    rule: 'AwsSolutions-SMG4',
    at: /^(skill-client|properties-client|properties-refresh|notify-api|sign-in-client)-/,
    reason:
      'Issued by Amazon, GOV.UK Notify and the sign-in provider, none of which lets a program renew them: runbook R7.',
    until: NEXT_YEAR,
  },
  {
    rule: 'AwsSolutions-APIG2',
    at: /^(console|screen)-door/,
    reason:
      'Both doors check every field themselves and answer a mistake in words; the gateway could only answer with a code.',
    until: NEXT_YEAR,
  },
  {
    rule: 'AwsSolutions-APIG4',
    at: /^(console|screen)-door/,
    reason:
      'The console sends people to the OpenID provider and keeps its own sessions; a television is paired, not signed in.',
    until: NEXT_YEAR,
  },
  {
    rule: 'AwsSolutions-COG4',
    at: /^(console|screen)-door/,
    reason: 'People sign in at the OpenID provider, not at a Cognito user pool.',
    until: NEXT_YEAR,
  },
  {
    rule: 'AwsSolutions-APIG6',
    at: /^(console|screen)-door/,
    reason:
      'Execution logs hold whole requests, and so cookies and words; the access log says what is needed without them.',
    until: NEXT_YEAR,
  },
  {
    rule: 'Serverless-SQSRedrivePolicy',
    at: /^(urgent|routine)-dead/,
    reason: 'These are the dead letter queues.',
    until: NEXT_YEAR,
  },
  {
    rule: 'Serverless-LambdaDLQ',
    at: /^(skill|console|screen)\//,
    reason: 'Somebody waits for the answer of each call: there is nothing to keep for later.',
    until: NEXT_YEAR,
  },
  {
    rule: 'Serverless-LambdaDLQ',
    at: /^(tick|deliver)\//,
    reason: 'The next minute finds what a tick left; bells have dead letter queues of their own.',
    until: NEXT_YEAR,
  },
  {
    rule: 'Serverless-LambdaEventSourceMappingDestination',
    at: /^(urgent|routine)-rings/,
    reason: 'SQS keeps what fails and moves it to the dead letter queue; destinations are for streams.',
    until: NEXT_YEAR,
  },
  {
    rule: 'Serverless-SNSRedrivePolicy',
    at: /^(page|ticket)\//,
    reason:
      'An e-mail that could not be delivered is of no use to a queue; the alarm itself stays red on the dashboard.',
    until: NEXT_YEAR,
  },
];
