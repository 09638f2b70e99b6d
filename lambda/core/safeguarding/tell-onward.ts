import type { CarerMessages, SendToCarer } from '../delivery/tell-carer.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Contact } from '../people/contact.ts';
import { type DutyEntries, isOverdue } from './duty-entry.ts';
import type { SafetyModes } from './safety-mode.ts';

/** Words for whoever is told onward: that something waits, and not what or who. Filled by `render`. */
export type OnwardWording = (queue: string) => { readonly words: string; readonly title: string };

type Needs = {
  readonly modes: Pick<SafetyModes, 'of'>;
  readonly entries: DutyEntries;
  /** Absent: this council sends no texts; the alarm of the tick is what is left. */
  readonly messages: Pick<CarerMessages, 'send' | 'consoleUrl'> | undefined;
  readonly wording: OnwardWording;
  readonly clock: Clock;
  readonly log: Log;
};

const wayOf = ({ text, email }: Contact): { readonly by: 'text' | 'email'; readonly to: string } | undefined => {
  if (text !== undefined) return { by: 'text', to: text };
  return email === undefined ? undefined : { by: 'email', to: email };
};

const isOver = (came: Awaited<ReturnType<SendToCarer>>): boolean => came.kind === 'sent' || came.kind === 'unreachable';

/**
 * Tells the person named for it that entries of the duty were not taken in time, once for each. One that could not be sent is tried again
 * by the next tick; the service is asked first, because an earlier try may have arrived.
 */
export const tellOnward =
  (needs: Needs) =>
  async (council: string): Promise<void> => {
    const mode = (await needs.modes.of(council))?.value;
    if (mode?.kind !== 'duty' || needs.messages === undefined) return;
    const way = wayOf(mode.queue.onward.contact);
    if (way === undefined) return;
    const { send, consoleUrl } = needs.messages;
    const late = (await needs.entries.ofCouncil(council)).filter(
      (entry) => isOverdue(entry, needs.clock()) && entry.toldOnwardAt === undefined,
    );
    for (const { at, id } of late) {
      const came = await send({
        ...way,
        ...needs.wording(mode.queue.name),
        link: `${consoleUrl}/duty`,
        reference: `duty-${id}`,
        mayBeRepeat: true,
      });
      if (came.kind !== 'sent') needs.log('channel.refused', { council, channel: way.by, reason: came.reason });
      const stored = isOver(came) ? await needs.entries.ofId(council, at, id) : undefined;
      // Somebody may take it at the same time: then their write stands, and nobody needs to be told again.
      if (stored !== undefined)
        await needs.entries.save({ value: { ...stored.value, toldOnwardAt: needs.clock() }, version: stored.version });
    }
  };

/** How many entries wait longer than was agreed: none in a council that has no duty and nothing left from one. */
export const overdueOf =
  (needs: Pick<Needs, 'entries' | 'clock'>) =>
  async (council: string): Promise<number> =>
    (await needs.entries.ofCouncil(council)).filter((entry) => isOverdue(entry, needs.clock())).length;
