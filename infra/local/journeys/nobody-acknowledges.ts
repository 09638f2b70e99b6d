import { type Instant, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { type LocalDate, localDate, localTime } from '../../../lambda/core/kernel/uk-time.ts';
import { shownTime } from '../../../lambda/render/time-words.ts';
import { elementsOf, formsOf, linksOf, readableText } from './form-page.ts';
import { cannotGoOn, type Play, type Stage } from './journey.ts';
import { A_MOMENT, echoWords, hearOut, type JourneyNeeds, lastEventOf, nextFromEcho } from './journey-needs.ts';
import { beginsWithin, type Players, playersOf } from './players.ts';
import type { Fields, Seen, Visitor } from './visitor.ts';

/** Minutes without a reply until the Carer is told. */
const TELL_AFTER = 10;
const AHEAD = 2 * MINUTE;
const DAYTIME = { from: '08:00', to: '21:00' } as const;

const timeWords = (at: Instant): string => shownTime(localTime(at));

const dateFields = (date: LocalDate): Fields => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { 'date-day': String(Number(day)), 'date-month': String(Number(month)), 'date-year': year };
};

const offers = (page: Seen, name: string, value: string): boolean =>
  formsOf(page.markup).some(({ choices }) => choices.some((choice) => choice[0] === name && choice[1] === value));

const attentionOn = (page: Seen): readonly string[] => {
  const [section] = elementsOf(page.markup, 'section').filter(({ attributes }) =>
    (attributes.get('class') ?? '').includes('app-attention'),
  );
  return section === undefined ? [] : elementsOf(section.inside, 'li').map(({ inside }) => readableText(inside));
};

const openForm = async (dan: Visitor, { resident, carerName }: Players): Promise<Seen> => {
  const page = await dan.get(`/console/residents/${resident.id}`);
  if (!linksOf(page.markup).some(({ text }) => text === 'Add a reminder'))
    throw cannotGoOn(
      `The console lets ${carerName} set no reminder for ${resident.nameToUse} now. It says: ${page.text.slice(0, 240)} …`,
    );
  return dan.click(page, 'Add a reminder');
};

/** Fills in the console's form page by page, as a person would. Says who is told. */
const setReminder = async (dan: Visitor, players: Players, due: Instant, { tell }: Stage): Promise<void> => {
  const { carerId, carerName, resident } = players;
  const when = await dan.press(await openForm(dan, players), 'Continue', { label: 'drink', often: 'once' });
  const who = await dan.press(when, 'Continue', { time: localTime(due), ...dateFields(localDate(due)) });
  const mayTell = offers(who, 'tell', `carer:${carerId}`);
  const check = await dan.press(
    who,
    'Continue',
    mayTell ? { tell: `carer:${carerId}`, after: String(TELL_AFTER) } : { tell: 'nobody' },
  );
  const set = await dan.press(check, 'Set this reminder');
  if (!set.text.includes('The reminder is set'))
    throw cannotGoOn(`The console did not set it. It says: ${set.text.slice(0, 240)}`);
  tell(
    mayTell
      ? `It is set: have a drink, once, at ${timeWords(due)}; tell ${carerName} after ${TELL_AFTER} minutes without a reply.`
      : `It is set for ${timeWords(due)}. ${carerName} cannot be told: ${resident.nameToUse} has no way to reply, or nobody agreed to be told.`,
  );
};

const hearIt = async (needs: JourneyNeeds, { homeId, tell }: Stage, due: Instant): Promise<void> => {
  const echoId = needs.echoOf(homeId);
  const before = echoId === undefined ? 0 : lastEventOf(needs, echoId);
  tell(`The clock goes forward to ${timeWords(due)}.`);
  await needs.goForward(due);
  if (echoId === undefined) return tell('There is no Echo here. The reminder waits, and is never said to be spoken.');
  const heard = await nextFromEcho(needs, echoId, before);
  tell(echoWords(heard));
  await hearOut(needs, heard);
};

/** A Carer sets a Reminder through the console; it is told; nobody replies; the Carer's page says so. */
export const nobodyAcknowledges =
  (needs: JourneyNeeds): Play =>
  async (stage) => {
    const { tell } = stage;
    const players = playersOf(stage.homeId, 'set-reminders');
    const { carerId, carerName, hours, resident } = players;
    const begins = beginsWithin(hours ?? DAYTIME, needs.clock());
    if (begins > needs.clock()) {
      tell(`It is late. The clock goes on to ${timeWords(begins)}, when ${carerName} has agreed to be told.`);
      await needs.goForward(begins);
    }
    tell(`${carerName} opens the console and signs in.`);
    const dan = needs.newVisitor();
    await dan.signIn(carerId);
    await needs.wait(A_MOMENT);
    tell(`${carerName} adds a reminder for ${resident.nameToUse}.`);
    const due = Math.ceil((needs.clock() + AHEAD) / MINUTE) * MINUTE;
    await setReminder(dan, players, due, stage);
    await needs.wait(A_MOMENT);
    await hearIt(needs, stage, due);
    tell(`Nobody replies. The clock goes forward by ${TELL_AFTER} minutes.`);
    await needs.goForward(due + TELL_AFTER * MINUTE);
    await needs.wait(A_MOMENT);
    const page = await dan.get(`/console/residents/${resident.id}`);
    const [first] = attentionOn(page);
    tell(
      first === undefined
        ? `${carerName}’s page shows nothing that needs attention.`
        : `${carerName}’s phone shows: “${first}”`,
    );
    await dan.press(page, 'Sign out');
    tell(`${carerName} signs out. Now you: say “open bell bird” to the Echo, and answer.`);
  };
