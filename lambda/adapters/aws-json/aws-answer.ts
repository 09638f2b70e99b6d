import { type AwsFault, awsFault } from './aws-fault.ts';
import type { Answer } from './post-once.ts';

/** The JSON of a good answer. Throws an `AwsFault` for a refusal, and for an answer that is no JSON object. */
export const bodyOf = (answer: Answer): object => {
  const body = parsed(answer.text);
  const metadata = {
    httpStatusCode: answer.status,
    ...(answer.requestId === undefined ? {} : { requestId: answer.requestId }),
  };
  if (answer.status !== 200) throw awsFault(codeOf(body, answer.status), metadata);
  if (body === undefined) throw awsFault('UnreadableAnswer', metadata);
  return body;
};

/**
 * `__type` is `com.amazonaws.dynamodb.v20120810#ThrottlingException`.
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 */
const codeOf = (body: object | undefined, status: number): string => {
  const type: unknown = body && Reflect.get(body, '__type');
  const code = typeof type === 'string' ? type.split('#').at(-1) : undefined;
  return code || `Status${status}`;
};

const parsed = (text: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined; // a page of a proxy, say; the parser's message would quote it
  }
};

const THROTTLED = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
  'TransactionInProgressException',
]);

/** Whether the same request may come through a moment later: no answer, the service's own fault, or too much at once. */
export const mayComeThrough = ({ name, $metadata: { httpStatusCode: status } }: AwsFault): boolean =>
  status === undefined || status >= 500 || status === 429 || status === 200 || THROTTLED.has(name);

const OTHER_TIME = new Set([
  'InvalidSignatureException',
  'RequestTimeTooSkewed',
  'RequestExpired',
  'RequestInTheFuture',
  'AuthFailure',
  'SignatureDoesNotMatch',
]);

/** Whether the signature was refused, as it is when the two clocks are more than five minutes apart. */
export const isRefusedSignature = ({ name }: AwsFault): boolean => OTHER_TIME.has(name);
