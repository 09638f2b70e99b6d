import { DEMO_HOMES } from '../demo-council/demo-homes.ts';
import { OFFICERS } from '../demo-council/harbour-county-council.ts';
import type { Happening } from '../virtual-alexa/happening.ts';
import { elementsOf, formsOf, readableText } from './form-page.ts';
import { cannotGoOn, type Play, type Stage } from './journey.ts';
import { A_MOMENT, echoWords, hearOut, type JourneyNeeds, lastEventOf, nextFromEcho } from './journey-needs.ts';
import type { Fields, Seen, Visitor } from './visitor.ts';

type Officers = { readonly writer: (typeof OFFICERS)[number]; readonly approver: (typeof OFFICERS)[number] };

const officersOf = (): Officers => {
  const writer = OFFICERS.find(({ rights }) => rights.includes('write-alerts'));
  const approver = OFFICERS.find(({ rights }) => rights.includes('approve-alerts'));
  if (writer === undefined || approver === undefined)
    throw cannotGoOn('The council has nobody who writes and approves.');
  return { writer, approver };
};

/** What fills the gaps of the flood template, in their order. */
const GAPS = ['the harbour', 'four this afternoon'];

const gapsOf = (page: Seen): Fields =>
  Object.fromEntries(
    formsOf(page.markup)
      .flatMap(({ fields }) => fields.map(([name]) => name))
      .filter((name) => /^fill-\d+$/.test(name))
      .map((name, n) => [name, GAPS[n] ?? 'the harbour']),
  );

/** What the page says of how the alert would reach people now: the numbers that are not nought. */
const reachOn = (page: Seen): string =>
  elementsOf(page.markup, 'tr')
    .map(({ inside }) => readableText(inside.replaceAll('</td>', ' </td>').replaceAll('</th>', ' </th>')))
    .filter((row) => /^[1-9][\d,]* /.test(row))
    .join('; ');

const areaOf = (homeId: string): string | undefined => DEMO_HOMES.find(({ id }) => id === homeId)?.area;

/** Writes the alert from the council's own template, for the area of the Home, and submits it. Gives back its page. */
const writeAlert = async (tom: Visitor, homeId: string): Promise<Seen> => {
  const area = areaOf(homeId);
  const begin = await tom.click(await tom.get('/console/alerts'), 'Write an alert');
  const fill = await tom.press(begin, 'Continue', { mode: area === undefined ? 'practice' : 'live', from: 'flood' });
  const preview = await tom.press(fill, 'Continue', gapsOf(fill));
  const audience = await tom.click(preview, 'Continue');
  const when = await tom.press(audience, 'Save and continue', area === undefined ? {} : { areas: area });
  const check = await tom.press(when, 'Save and continue', { handling: 'urgent', start: 'on-approval' });
  return tom.press(check, 'Submit for approval');
};

const approve = async (helen: Visitor, path: string, name: string, { tell }: Stage): Promise<void> => {
  const page = await helen.get(`${path}/decide`);
  const [, people] = /This alert is for ([\d,]+) pe/.exec(page.text) ?? [];
  if (people === undefined)
    throw cannotGoOn(`The console does not offer it for approval. It says: ${page.text.slice(0, 240)}`);
  tell(`${name} reads it. Of ${people} people: ${reachOn(page)}.`);
  const done = await helen.press(page, /^Approve/, { people, aloud: 'yes' });
  if (!done.path.includes('done=approve'))
    throw cannotGoOn(`It was not approved. The console says: ${done.text.slice(0, 240)}`);
  tell(`${name} types the number of people, ${people}, and approves. From now on nobody can change the words.`);
};

const progressOn = (page: Seen): string => {
  const [, worked] = /Worked through so far: ([\d,]+ of [\d,]+ (?:people|person))/.exec(page.text) ?? [];
  if (worked === undefined) throw cannotGoOn(`The console does not count it. It says: ${page.text.slice(0, 240)}`);
  return `${worked} worked through`;
};

const heardHere = async (needs: JourneyNeeds, echoId: string | undefined, before: number, { tell }: Stage) => {
  const heard: Happening | undefined = echoId === undefined ? undefined : await nextFromEcho(needs, echoId, before);
  if (echoId !== undefined) tell(echoWords(heard));
  tell('The television shows it until somebody presses OK, or it is over.');
  await hearOut(needs, heard);
};

/** An Officer writes a flood alert, another approves it; Echo and television tell it; then it is stopped. */
export const floodAlert =
  (needs: JourneyNeeds): Play =>
  async (stage) => {
    const { homeId, tell } = stage;
    const { writer, approver } = officersOf();
    const [tom, helen] = [needs.newVisitor(), needs.newVisitor()];
    tell(`${writer.name}, who writes alerts, signs in and writes a flood alert for the people around here.`);
    await tom.signIn(writer.id);
    const submitted = await writeAlert(tom, homeId);
    const [path = ''] = submitted.path.split('?');
    if (!submitted.path.includes('done=submit'))
      throw cannotGoOn(`It was not submitted. The console says: ${submitted.text.slice(0, 240)}`);
    await needs.wait(A_MOMENT);
    tell(`${writer.name} submits it. Nobody has been told anything yet, and ${writer.name} cannot approve it.`);
    await needs.wait(A_MOMENT);
    await helen.signIn(approver.id);
    const echoId = needs.echoOf(homeId);
    const before = echoId === undefined ? 0 : lastEventOf(needs, echoId);
    await approve(helen, path, approver.name, stage);
    await heardHere(needs, echoId, before, stage);
    tell(
      `The console counts: ${progressOn(await tom.get(path))}. Nobody is said to have heard it who has not said so.`,
    );
    await needs.wait(2 * A_MOMENT);
    const stopped = await tom.press(await tom.get(`${path}/stop`), /^Stop/, { reason: 'The warning was lifted' });
    if (!stopped.path.includes('done=stop'))
      throw cannotGoOn(`It was not stopped. The console says: ${stopped.text.slice(0, 240)}`);
    tell(
      `${writer.name} stops it. No new call starts, and the television lets go of it. What an Echo has said cannot be taken back.`,
    );
    await needs.wait(2 * A_MOMENT);
    const page = await tom.get(path);
    tell(`${progressOn(page)}. ${writer.name} can send the correction that was prepared.`);
    await helen.press(await helen.get(path), 'Sign out');
    await tom.press(page, 'Sign out');
  };
