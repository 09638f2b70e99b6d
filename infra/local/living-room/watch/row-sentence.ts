import { parseDelivery, parseDiaryEntry, parseReminder } from '../../../../lambda/adapters/table/care-schema.ts';
import type { JsonObject } from '../../../../lambda/adapters/table/table.ts';
import { alertSentence, diarySentence, reminderSentence } from './act-sentences.ts';
import { deliverySentence, type Told } from './delivery-sentences.ts';
import { DOERS, type Doer } from './doers.ts';
import { COUNTY, inHome, type Sentence, sentence } from './sentence.ts';
import type { RowChange } from './watch-table.ts';
import { residentName, whoseKey } from './whose.ts';

/** A put of a row, and what stood there before as far as that is remembered. */
export type Put = {
  readonly body: JsonObject;
  readonly before: JsonObject | undefined;
  readonly version: number;
  /** The Resident whose row it is, by the name they chose; somebody else's rows name nobody. */
  readonly name: string;
};

const said =
  (by: Doer, words: (put: Put) => string) =>
  (put: Put): Told => ({ by, words: words(put) });

const isNew = ({ version }: Put): boolean => version === 1;

/** What a put of each kind of row means. */
const PUTS: Readonly<Record<string, (put: Put) => Told>> = {
  delivery: ({ body, before, version }) =>
    deliverySentence(before === undefined ? undefined : parseDelivery(before), parseDelivery(body), version),
  reminder: ({ body, before, version }) =>
    reminderSentence(before === undefined ? undefined : parseReminder(before), parseReminder(body), version),
  diary: ({ body }) => diarySentence(parseDiaryEntry(body)),
  'diary-plan': said(DOERS.planOn, () => 'The plan of visits was carried on.'),
  alert: ({ body, before }) => alertSentence(before, body),
  'alert-pointer': said(DOERS.draftAlert, () => 'The alert was put on the council’s list.'),
  template: said(DOERS.draftAlert, () => 'A template for alerts was written.'),
  chunk: said(DOERS.releaseChunk, () => 'The next members of the audience were written down as a chunk, at most 100.'),
  result: said(DOERS.results, () => 'A row for what comes of these Deliveries was made.'),
  member: said(DOERS.members, () => 'What alerts need to know of a Resident was brought up to date.'),
  screen: said(DOERS.screens, ({ body }) =>
    body.state === 'paired' ? 'A Screen is paired to this home now.' : 'A Screen is not paired any more.',
  ),
  'screen-pairing': said(DOERS.showScreenCode, () => 'The pairing of a Screen was written.'),
  'screen-code': said(DOERS.showScreenCode, () => 'A code for a Screen was made.'),
  resident: said(DOERS.changeSpeech, ({ name }) => `${name}’s own settings were written.`),
  home: said(DOERS.homes, () => 'What belongs to this home, its residents, Echos and Screens, was written.'),
  echo: said(DOERS.echos, () => 'The row of an Echo was written.'),
  'pairing-code': said(DOERS.startPairing, (put) =>
    isNew(put) ? 'A pairing code was made.' : 'The pairing code was used: its row says how far.',
  ),
  'told-link': said(
    DOERS.tellCarer,
    () => 'The link for a message to a carer was made: its row holds a keyed hash, and runs out after 48 hours.',
  ),
  carer: said(DOERS.changeTelling, () => 'A carer said how they want to be told.'),
  session: said(DOERS.sessions, () => 'A session of the console was noted.'),
  audit: said(DOERS.audit, () => 'The act was written into the audit trail.'),
  'call-pointer': said(DOERS.askCallBack, ({ name }) => `A pointer to ${name}’s call-back was written.`),
  'call-back': said(DOERS.moveCallBack, (put) =>
    isNew(put) ? 'Somebody asked to be rung back: a call-back was written.' : 'A call-back was changed.',
  ),
};

const OTHER_WRITES: Readonly<Record<string, readonly [words: string, by: Doer]>> = {
  unanswered: ['A question that the council has written no answer to was counted.', DOERS.unanswered],
  result: ['What came of a Delivery was marked for the alert’s counts.', DOERS.results],
  tries: ['A try of a pairing code was counted.', DOERS.startPairing],
};

/** Rows about the whole county. */
const ALERT_ROWS = ['alert', 'chunk', 'result'];

/** Echos and Screens say in their rows which Home they belong to. */
const homeIn = (body: JsonObject | undefined): string | undefined =>
  typeof body?.homeId === 'string' ? body.homeId : undefined;

const HOW = { put: 'written', mark: 'marked', add: 'counted', remove: 'removed' } as const;

const unknownKind = ({ row, how }: RowChange): Told => ({
  by: DOERS.table,
  words: how === 'remove' ? 'A row was removed.' : `A row of the kind “${row}” was ${HOW[how]}.`,
});

/** A removed row says no kind; its key does. */
const removed = (change: RowChange): Told =>
  change.key.pk.includes('#SESSION#')
    ? { by: DOERS.sessions, words: 'A session of the console ended, or a sign-in went on.' }
    : unknownKind(change);

const toldOf = (change: RowChange, before: JsonObject | undefined, name: string): Told => {
  const { how, row, body, version } = change;
  if (how === 'put' && body !== undefined && version !== undefined && Object.hasOwn(PUTS, row))
    return PUTS[row]?.({ body, before, version, name }) ?? unknownKind(change);
  if (how === 'remove') return removed(change);
  const other = Object.hasOwn(OTHER_WRITES, row) ? OTHER_WRITES[row] : undefined;
  return other === undefined ? unknownKind(change) : { words: other[0], by: other[1] };
};

/**
 * What a write of the table means, in plain words. A row of an unknown kind, or one that this page cannot read, is told of
 * as just that: telling must never stand in the way of the write.
 */
export const rowSentence = (change: RowChange, before: JsonObject | undefined): Sentence => {
  const { residentId, homeId = homeIn(change.body) } = whoseKey(change.key);
  const place = ALERT_ROWS.includes(change.row) ? COUNTY : inHome(homeId);
  const name = residentId === undefined ? 'Somebody' : residentName(residentId);
  try {
    const { words, by } = toldOf(change, before, name);
    // The demo plans for every home at once: that is one line, not a hundred.
    return sentence(words, by, by === DOERS.planOn ? COUNTY : place);
  } catch {
    return sentence(
      `A row of the kind “${change.row}” was ${HOW[change.how]}; this page cannot read it.`,
      DOERS.table,
      place,
    );
  }
};
