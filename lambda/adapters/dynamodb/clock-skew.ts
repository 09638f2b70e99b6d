import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Clock, MINUTE, SECOND } from '../../core/kernel/clock.ts';
import { fieldOf } from './field-of.ts';

/** Milliseconds by which the table's clock is ahead of ours (negative: behind), or `undefined` while that is not known. */
export type ClockSkew = () => number | undefined;

type Measure = { readonly skew: number; readonly at: number };

const SLOWEST_ANSWER = SECOND; // a slower one says too little about when the table looked at its clock
const LONGEST_KEPT = 5 * MINUTE;

/**
 * Compares the `Date` header of each answer, refusals included, with `realClock` halfway through the request. The header has whole
 * seconds (RFC 9110, 5.6.7), so half a second is added and the measure is good to about one second.
 */
export const clockSkew = ({ client, realClock }: { client: DynamoDBClient; realClock: Clock }): ClockSkew => {
  let latest: Measure | undefined;
  client.middlewareStack.add(
    (next) => async (request) => {
      const sentAt = realClock();
      const answer = await next(request);
      latest = measureOf(dateOf(answer.response), sentAt, realClock()) ?? latest;
      return answer;
    },
    // nearest to the wire, before an error answer is thrown
    { step: 'deserialize', priority: 'low', name: 'measureClockSkew', override: true },
  );
  return () => {
    const age = latest && realClock() - latest.at;
    return age !== undefined && age >= 0 && age <= LONGEST_KEPT ? latest?.skew : undefined;
  };
};

const measureOf = (tableTime: number, sentAt: number, answeredAt: number): Measure | undefined => {
  const took = answeredAt - sentAt;
  if (Number.isNaN(tableTime) || took < 0 || took > SLOWEST_ANSWER) return undefined;
  return { skew: tableTime + SECOND / 2 - (sentAt + took / 2), at: answeredAt };
};

/** Epoch milliseconds, or NaN. */
const dateOf = (response: unknown): number => {
  const date = fieldOf(fieldOf(response, 'headers'), 'date');
  return typeof date === 'string' ? Date.parse(date) : Number.NaN;
};
