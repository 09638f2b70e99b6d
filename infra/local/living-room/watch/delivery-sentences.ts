import { labelInSentence } from '../../../../lambda/console/residents/reminder-words.ts';
import { wordsOf } from '../../../../lambda/console/words/words-of.ts';
import { type Attempt, type Delivery, isClosed } from '../../../../lambda/core/delivery/delivery.ts';
import { timeOf } from '../../../../lambda/core/kernel/uk-time.ts';
import { DOERS, type Doer } from './doers.ts';
import { personName, residentName } from './whose.ts';

export type Told = { readonly words: string; readonly by: Doer };

const told = (by: Doer, words: string): Told => ({ by, words });

/** What a Delivery tells, inside a sentence: "the 8:00pm reminder", "the alert “Flood”". */
export const thingOf = ({ content, due }: Delivery): string => {
  switch (content.kind) {
    case 'reminder':
      return labelInSentence(content.label, timeOf(due), wordsOf('en'));
    case 'diary':
      return `the news that a visit was ${content.change}`;
    case 'alert':
      return `the alert “${content.title}”`;
  }
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const written = (delivery: Delivery): Told => {
  const name = residentName(delivery.residentId);
  const thing = capital(thingOf(delivery));
  return delivery.content.kind === 'reminder'
    ? told(DOERS.announce, `${thing} is due. A Delivery was written for ${name}.`)
    : told(DOERS.announce, `${thing} is to be told. A Delivery was written for ${name}.`);
};

const CAME = {
  sent: 'was sent. Nobody knows yet whether it was heard',
  refused: 'was refused for now, and is tried again',
  unreachable: 'could not reach anybody',
  unknown: 'got no clear answer: it may or may not have been told',
} as const;

const attempted = ({ channel, came }: Attempt, thing: string): Told =>
  told(DOERS.makeCall, `The try by ${channel} was written down: ${thing} ${CAME[came]}.`);

const climbed = (delivery: Delivery): Told => {
  const rung = delivery.ladder[delivery.climbed - 1];
  const after = rung === undefined ? '' : ` within ${rung.afterMinutes} minutes`;
  const where =
    rung?.tell.kind === 'carer'
      ? onPhone(delivery, personName(rung.tell.carerId))
      : 'The council has a request to ring.';
  return told(DOERS.climbRung, `Nobody replied to ${thingOf(delivery)}${after}. ${where}`);
};

/** What a Carer got beside their page, by the last try of the rung that was climbed. */
const onPhone = ({ attempts, climbed: steps }: Delivery, name: string): string => {
  const tried = attempts.findLast(({ rung }) => rung === steps - 1);
  const page = `It stands first on ${name}’s page now.`;
  if (tried?.channel !== 'text' && tried?.channel !== 'email') return page;
  const by = tried.channel === 'text' ? 'a text' : 'an e-mail';
  return tried.came === 'sent' ? `${name} was sent ${by}. ${page}` : `Sending ${by} came to: ${tried.came}. ${page}`;
};

const openedOf = (delivery: Delivery): Told => {
  const rung = delivery.ladder[delivery.opened?.at(-1)?.rung ?? 0];
  const name = rung?.tell.kind === 'carer' ? personName(rung.tell.carerId) : 'Somebody';
  return told(DOERS.noteOpened, `${name} signed in and opened the message about ${thingOf(delivery)}.`);
};

const BY = { voice: 'by voice', page: 'on a page', screen: 'at the television' } as const;

const acknowledged = (delivery: Delivery, name: string): Told => {
  const { reply = 'heard', by = 'voice' } = delivery.acknowledged ?? {};
  const said = reply === 'done' ? 'said that it is done' : 'said that they have it';
  return told(DOERS.acknowledge, `${name} ${said}, ${BY[by]}. ${capital(thingOf(delivery))} is acknowledged.`);
};

const closed = (delivery: Delivery, name: string): Told => {
  const why = delivery.reason === undefined ? '' : ` (${delivery.reason.replaceAll('-', ' ')})`;
  return told(DOERS.close, `${capital(thingOf(delivery))} for ${name} was closed: ${delivery.state}${why}.`);
};

type Change = { readonly is: (before: Delivery, after: Delivery) => boolean; readonly tell: (after: Delivery) => Told };

/** Every change of a Delivery that can be told apart, the one that matters most first. */
const CHANGES: readonly Change[] = [
  {
    is: (before, after) => before.acknowledged === undefined && after.acknowledged !== undefined,
    tell: (after) => acknowledged(after, residentName(after.residentId)),
  },
  {
    is: (before, after) => before.stoppedAt === undefined && after.stoppedAt !== undefined,
    tell: (after) =>
      told(DOERS.walkStopped, `${capital(thingOf(after))} was stopped for ${residentName(after.residentId)}.`),
  },
  { is: (before, after) => after.climbed > before.climbed, tell: climbed },
  {
    is: (before, after) => (after.opened?.length ?? 0) > (before.opened?.length ?? 0),
    tell: openedOf,
  },
  {
    is: (before, after) => after.attempts.length > before.attempts.length,
    tell: (after) => {
      const [last] = after.attempts.slice(-1);
      return last === undefined ? looked(after) : attempted(last, thingOf(after));
    },
  },
  {
    is: (before, after) => before.shownAt === undefined && after.shownAt !== undefined,
    tell: (after) => told(DOERS.shown, `${capital(thingOf(after))} was shown: the page of the Screen was visible.`),
  },
  {
    is: (before, after) => before.spokenAt === undefined && after.spokenAt !== undefined,
    tell: (after) => told(DOERS.spoken, `The Echo played ${thingOf(after)}. It was spoken.`),
  },
  {
    is: (before, after) => before.readOutAt !== after.readOutAt,
    tell: (after) =>
      told(DOERS.readOut, `The skill answered with ${thingOf(after)}. Nobody knows yet whether it was heard.`),
  },
  {
    is: (before, after) => before.notYetAt !== after.notYetAt,
    tell: (after) => told(DOERS.notYet, `${residentName(after.residentId)} said “not yet” to ${thingOf(after)}.`),
  },
  {
    is: (before, after) => !isClosed(before.state) && isClosed(after.state),
    tell: (after) => closed(after, residentName(after.residentId)),
  },
  {
    is: (before, after) => before.state !== 'held' && after.state === 'held',
    tell: (after) =>
      told(DOERS.hold, `${capital(thingOf(after))} waits in ${residentName(after.residentId)}’s inbox for now.`),
  },
  {
    is: (before, after) => after.again > before.again,
    tell: (after) => told(DOERS.takeClaim, `Nobody has acknowledged ${thingOf(after)}, so it is told once more.`),
  },
  {
    is: (before, after) => after.source.kind === 'diary' && after.dueAt < before.dueAt,
    tell: (after) => told(DOERS.saveAndTell, `The change stands now, so ${thingOf(after)} is due at once.`),
  },
  {
    is: (before, after) => before.claim?.token !== after.claim?.token && after.claim !== undefined,
    tell: (after) =>
      told(DOERS.takeClaim, `The worker claimed ${thingOf(after)} for a minute, so that only one tells it.`),
  },
  {
    is: (before, after) => before.claim?.calling === false && after.claim?.calling === true,
    tell: (after) =>
      told(
        DOERS.checkAgain,
        `Checked once more, right before the call: ${thingOf(after)} still stands, and may be told.`,
      ),
  },
];

const looked = (after: Delivery): Told =>
  told(
    DOERS.record,
    `The Delivery of ${thingOf(after)} was written again: it waits for something else now, or for nothing.`,
  );

/** What a write of a Delivery means, from what stood there before, if that is known, and what stands there now. */
export const deliverySentence = (before: Delivery | undefined, after: Delivery, version: number): Told => {
  if (version === 1) return written(after);
  const change = before === undefined ? undefined : CHANGES.find(({ is }) => is(before, after));
  if (change !== undefined) return change.tell(after);
  return before === undefined
    ? told(
        DOERS.record,
        `The Delivery of ${thingOf(after)} for ${residentName(after.residentId)} is ${after.state} now.`,
      )
    : looked(after);
};
