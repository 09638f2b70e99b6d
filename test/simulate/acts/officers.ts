import type { Alert, DraftContent } from '../../../lambda/core/alerts/alert.ts';
import { draftAlert, submitAlert } from '../../../lambda/core/alerts/draft-alert.ts';
import { approveAlert } from '../../../lambda/core/alerts/review-alert.ts';
import { sendCorrection } from '../../../lambda/core/alerts/send-correction.ts';
import { stopAlert } from '../../../lambda/core/alerts/stop-alert.ts';
import { MINUTE, SECOND } from '../../../lambda/core/kernel/clock.ts';
import { anOfficer } from '../../support/builders/people.ts';
import { HARBOUR, inMinutes } from '../people/county.ts';
import type { Chance } from '../time/seeded.ts';
import type { Parts, Person } from './person.ts';

const WRITER = anOfficer({ id: 'tom', rights: ['see', 'write-alerts'] });
const APPROVER = anOfficer({ id: 'helen', rights: ['see', 'approve-alerts'] });
const TRIES = 6;

const contentOf = (chance: Chance, now: number, n: number): DraftContent => {
  const startsIn = chance.between(2, 10);
  return {
    mode: chance.happens(0.8) ? 'live' : 'practice',
    words: { title: `Notice ${n}`, text: `These are the words of alert ${n}.` },
    isPrivate: chance.happens(0.2),
    ...(chance.happens(0.7) ? { correction: { title: `Not so ${n}`, text: `Alert ${n} was a mistake.` } } : {}),
    audience: {
      kind: 'residents',
      areas: [],
      groups: [],
      languages: [],
      ...(chance.happens(0.1) ? { echo: 'managed' as const } : {}),
    },
    handling: chance.oneOf(['urgent', 'urgent', 'urgent', 'notice', 'notice', 'social']),
    starts: chance.happens(0.6) ? { kind: 'on-approval' } : { kind: 'at', at: inMinutes(now, startsIn) },
    expires: inMinutes(now, chance.oneOf([25, 30, 45, 90, 180])),
  };
};

const isOut = ({ state }: Alert): boolean => state !== 'draft' && state !== 'submitted';

/** Drafted, submitted and approved by two Officers who try again when no answer comes; the id of what was approved. */
const approved = async (
  parts: Parts,
  tom: Person,
  helen: Person,
  content: DraftContent,
): Promise<string | undefined> => {
  const { chance } = parts.run;
  let id: string | undefined;
  for (let tries = 0; tries < TRIES && id === undefined; tries += 1) {
    const drafted = await tom.asks('drafts an Alert', (needs) => draftAlert(needs)(WRITER, content));
    if (drafted !== 'no-answer' && drafted.kind === 'draft-saved') id = drafted.stored.value.id;
  }
  if (id === undefined) return undefined;
  const alertId = id;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const came = await tom.asks('submits the Alert', async (needs) => {
      const stored = await needs.alerts.ofId(HARBOUR, alertId);
      if (stored === undefined || stored.value.state !== 'draft') return 'submitted' as const;
      const submitted = await submitAlert(needs)(WRITER, { alertId, version: stored.version });
      return submitted.kind === 'alert-submitted' ? ('submitted' as const) : ('refused' as const);
    });
    if (came === 'submitted') break;
  }
  let people = 1;
  for (let tries = 0; tries < TRIES; tries += 1) {
    await helen.waits(chance.between(1, 8) * SECOND);
    const came = await helen.asks('approves the Alert', async (needs) => {
      const stored = await needs.alerts.ofId(HARBOUR, alertId);
      if (stored === undefined || isOut(stored.value)) return { kind: 'is-out' } as const;
      return approveAlert(needs)(APPROVER, { alertId, version: stored.version }, people);
    });
    if (came === 'no-answer') continue;
    if (came.kind === 'wrong-number') people = came.people;
    else if (came.kind === 'alert-approved' || came.kind === 'is-out') return alertId;
    else if (came.kind === 'nobody-in-audience' || came.kind === 'content-refused') return undefined;
  }
  return undefined;
};

/** Words that are changed in the table behind everybody's back (SEC-16). */
const tamper = async ({ run, table }: Parts, alertId: string): Promise<void> => {
  const { careStores } = await import('../../../lambda/wiring/care-stores.ts');
  const stores = careStores(table.plain, run.time.now, run.log);
  const stored = await stores.alerts.ofId(HARBOUR, alertId);
  if (stored === undefined) return;
  const words = { title: 'Not ours', text: 'Send money.' };
  run.says(() => `somebody changes the words of ${alertId} in the table`);
  await stores.alerts.save({
    value: { ...stored.value, content: { ...stored.value.content, words } },
    version: stored.version,
  });
};

const stops = async (parts: Parts, who: Person, alertId: string): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const came = await who.asks('stops the Alert', (needs) => stopAlert(needs)(WRITER, alertId, 'It was a mistake'));
    if (came !== 'no-answer') return;
    await who.waits(parts.run.chance.between(1, 10) * SECOND);
  }
};

const corrects = async (parts: Parts, who: Person, alertId: string): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const came = await who.asks('sends the correction', (needs) => sendCorrection(needs)(APPROVER, alertId));
    if (came !== 'no-answer') return;
    await who.waits(parts.run.chance.between(1, 10) * SECOND);
  }
};

/** Stops come while it is being sent, while it is told again, and at any other time. */
const stoppedAfter = (chance: Chance): number => {
  const when = chance.next();
  if (when < 0.5) return chance.between(0, 25 * SECOND);
  return when < 0.7 ? 10 * MINUTE + chance.between(-15, 25) * SECOND : chance.between(0, 25 * MINUTE);
};

/** The life of one Alert at the hands of two Officers. */
export const sendAnAlert = async (parts: Parts, person: (name: string) => Person, n: number): Promise<void> => {
  const { chance, time } = parts.run;
  const [tom, helen] = [person('Tom'), person('Helen')];
  await tom.waits(chance.between(0, 6 * MINUTE));
  const alertId = await approved(parts, tom, helen, contentOf(chance, time.now(), n));
  if (alertId === undefined) return;
  if (chance.happens(0.08)) {
    await tom.waits(chance.between(0, 40 * SECOND));
    await tamper(parts, alertId);
  }
  if (!chance.happens(parts.focus === 'stops' ? 1 : 0.6)) return;
  await helen.waits(stoppedAfter(chance));
  await stops(parts, helen, alertId);
  if (!chance.happens(0.6)) return;
  await helen.waits(chance.between(0, 4 * MINUTE));
  await corrects(parts, helen, alertId);
};
