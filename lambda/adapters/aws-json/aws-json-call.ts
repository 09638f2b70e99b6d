import aws4 from 'aws4';
import { type Clock, MINUTE } from '../../core/kernel/clock.ts';
import { bodyOf, isRefusedSignature, mayComeThrough } from './aws-answer.ts';
import type { AwsCredentials } from './aws-credentials.ts';
import { type AwsFault, awsFault } from './aws-fault.ts';
import { postOnce, type TimeLimits } from './post-once.ts';

/** A service that speaks AWS JSON. `target` stands before the operation in `X-Amz-Target`. */
export type AwsService = { readonly name: string; readonly target: string; readonly contentType: string };

export type AwsJsonSettings = {
  readonly region: string;
  /** Where a local engine listens; left out on AWS. */
  readonly endpoint?: string | undefined;
  readonly credentials: AwsCredentials;
  /** How often a request is sent at most, the first time included. */
  readonly maxAttempts: number;
  readonly limits?: TimeLimits;
  /** Real time. */
  readonly realNow: Clock;
  /** At least 0 and below 1. */
  readonly random: () => number;
  readonly wait: (ms: number) => Promise<void>;
};

/** Asks one operation and gives the JSON of its answer. Throws an `AwsFault` once trying again is of no use. */
export type AwsJsonCall = (operation: string, input: object) => Promise<object>;

/** Three tries fit into the eight seconds that Alexa waits for a skill. */
const LIMITS: TimeLimits = { connect: 1_000, answer: 2_000 };
const FIRST_WAIT = 50;
const LONGEST_WAIT = 1_000;
const MOST_APART = 4 * MINUTE; // AWS refuses a signature from five minutes on

/**
 * Signed requests (Signature Version 4) in AWS JSON, without the SDK: it is most of a cold start, and a skill waits for it.
 * Tries again like the SDK's standard mode: after no answer, a fault of the service, or throttling, with full jitter; and once more
 * with the service's own time where a signature was refused and the clocks are far apart.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html, https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html,
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export const awsJsonCall = (service: AwsService, settings: AwsJsonSettings): AwsJsonCall => {
  const address = new URL(settings.endpoint ?? `https://${service.name}.${settings.region}.amazonaws.com`);
  const post = postOnce(address, settings.limits ?? LIMITS);
  let ahead = 0; // by how much the service's clock is ahead of ours, while they are far apart

  const tryOnce = async (operation: string, body: string): Promise<object> => {
    const signed = signedHeaders(service, settings, address, operation, body, settings.realNow() + ahead);
    const answer = await post(signed, body);
    const apart = answer.date - settings.realNow();
    if (!Number.isNaN(apart)) ahead = Math.abs(apart) > MOST_APART ? apart : 0;
    return bodyOf(answer);
  };

  return async (operation, input) => {
    const body = JSON.stringify(input);
    for (let attempt = 1; ; attempt += 1) {
      const aheadBefore = ahead;
      try {
        return await tryOnce(operation, body);
      } catch (thrown) {
        const fault = asFault(thrown);
        const timeWasOff = isRefusedSignature(fault) && ahead !== aheadBefore;
        if (attempt >= settings.maxAttempts || !(mayComeThrough(fault) || timeWasOff)) throw fault;
        if (!timeWasOff) await settings.wait(settings.random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt));
      }
    }
  };
};

const signedHeaders = (
  { name, target, contentType }: AwsService,
  { region, credentials }: AwsJsonSettings,
  address: URL,
  operation: string,
  body: string,
  at: number,
) => {
  const date = new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const headers = { 'Content-Type': contentType, 'X-Amz-Date': date, 'X-Amz-Target': `${target}.${operation}` };
  const request = { host: address.host, path: '/', method: 'POST', service: name, region, headers, body };
  return aws4.sign(request, credentials).headers ?? {};
};

const asFault = (thrown: unknown): AwsFault => (isAwsFault(thrown) ? thrown : awsFault('UnknownError'));

const isAwsFault = (thrown: unknown): thrown is AwsFault => thrown instanceof Error && '$metadata' in thrown;
