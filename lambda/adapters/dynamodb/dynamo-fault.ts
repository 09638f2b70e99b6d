import { type TableFault, type TableFaultCode, tableFault } from '../table/table.ts';
import { fieldOf } from './field-of.ts';

/**
 * Waits for an answer of a client, which has by then retried what may be retried. What it throws becomes a `TableFault` that carries
 * the error's name and Amazon's request id, and not its message: that may quote a key.
 */
export const answered = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (error) {
    throw faultOf(error);
  }
};

/** The same for a conditional write, whose failed condition is an ordinary outcome. */
export const answeredUnless = async <T>(answer: Promise<T>): Promise<T | 'condition-failed'> => {
  try {
    return await answer;
  } catch (error) {
    if (fieldOf(error, 'name') === 'ConditionalCheckFailedException') return 'condition-failed';
    throw faultOf(error);
  }
};

const THROTTLED = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TooManyRequestsException',
]);

const faultOf = (error: unknown): TableFault => {
  if (isTableFault(error)) return error;
  const name = textOf(fieldOf(error, 'name')) ?? 'unknown error';
  const metadata = fieldOf(error, '$metadata');
  const details = [name, textOf(fieldOf(error, 'code')), textOf(fieldOf(metadata, 'requestId'))];
  return tableFault(codeOf(name, fieldOf(metadata, 'httpStatusCode')), details.filter(Boolean).join(' '));
};

const isTableFault = (error: unknown): error is TableFault => error instanceof Error && error.name === 'TableFault';

const codeOf = (name: string, status: unknown): TableFaultCode => {
  if (THROTTLED.has(name)) return 'throttled';
  const wasUnderstood = typeof status === 'number' && status >= 400 && status < 500;
  return wasUnderstood ? 'refused' : 'unreachable';
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
