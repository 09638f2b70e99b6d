import type { Bell } from '../../core/delivery/bell.ts';
import { LONGEST_BELL } from '../../core/delivery/bell.ts';
import { bellText, KEYS_ON_A_BELL } from '../../core/delivery/bell-message.ts';
import type { Lane } from '../../core/timetable/due.ts';

/** The two queues' URLs: urgent bells never wait behind routine ones. */
export type QueueUrls = Readonly<Record<Lane, string>>;

/** One `SendMessage`, in SQS's own words; `DelaySeconds` is at most 900. Throws when SQS did not take it. */
export type SendBell = (message: {
  readonly QueueUrl: string;
  readonly MessageBody: string;
  readonly DelaySeconds: number;
}) => Promise<unknown>;

/** Whole seconds, never early; SQS takes at most 900 (`DelaySeconds`). */
const delaySeconds = (delay: number): number => Math.ceil(Math.min(Math.max(delay, 0), LONGEST_BELL) / 1_000);

/** Bells as SQS messages of at most 100 keys. Throws when a bell could not be rung: the due index is the net. */
export const bellOver = (send: SendBell, queues: QueueUrls): Bell => ({
  ring: async (keys, lane, delay) => {
    for (let from = 0; from < keys.length; from += KEYS_ON_A_BELL)
      await send({
        QueueUrl: queues[lane],
        MessageBody: bellText(keys.slice(from, from + KEYS_ON_A_BELL)),
        DelaySeconds: delaySeconds(delay),
      });
  },
});
