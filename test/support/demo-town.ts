import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { type Bellbird, startBellbird } from '../../infra/local/start-bellbird.ts';
import { addDays, atTime, instantOf, type LocalDate, localDate, weekdayOf } from '../../lambda/core/kernel/uk-time.ts';

/** The whole system in this process, and what somebody who follows a journey does with it. */
export type DemoTown = Bellbird & {
  /** The Tuesday on which the journey begins, at ten in the morning. */
  readonly tuesday: LocalDate;
  /** Says something at an Echo and gives back what is heard. */
  readonly say: (echoId: string, words: string) => Promise<string>;
  /** Goes on to a wall time, on the same day unless a date is given. */
  readonly goTo: (time: string, date?: LocalDate) => Promise<void>;
  /** What an Echo has said by itself so far. */
  readonly announcements: (echoId: string) => readonly string[];
  readonly chimes: (echoId: string) => number;
  /** Every line that was logged. */
  readonly logged: readonly string[];
};

const nextTuesday = (from: LocalDate): LocalDate => {
  const ahead = (9 - weekdayOf(from)) % 7;
  return addDays(from, ahead === 0 ? 7 : ahead);
};

/** Starts the demo council on a Tuesday at ten in the morning: the same day of the week and time, whenever the test runs. */
export const startDemoTown = async (): Promise<DemoTown> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'bellbird-'));
  const tuesday = nextTuesday(localDate(Date.now()));
  const logged: string[] = [];
  const ahead = instantOf(atTime(tuesday, '10:00')) - Date.now();
  await writeFile(join(dataDir, 'clock.json'), JSON.stringify({ ahead }));
  const bellbird = await startBellbird({ port: 0, dataDir, reset: false }, Date.now, (code, fields) => {
    logged.push(JSON.stringify({ code, ...fields }));
    // For the search of all output for names: what AWS would keep is printed here as well.
    if (process.env.BELLBIRD_SHOW_LOG === '1') process.stdout.write(`${logged.at(-1)}\n`);
  });
  const { alexa } = bellbird;
  const happened = (echoId: string) => alexa.view(echoId).recent.map(({ happening }) => happening);
  return {
    ...bellbird,
    tuesday,
    logged,
    say: async (echoId, words) => (await alexa.say(echoId, words)).spoken,
    goTo: (time, date = localDate(bellbird.now())) => bellbird.goForward(instantOf(atTime(date, time))),
    announcements: (echoId) => happened(echoId).flatMap((one) => (one.kind === 'announcement' ? [one.spoken] : [])),
    chimes: (echoId) => happened(echoId).filter(({ kind }) => kind === 'chime').length,
    close: async () => {
      await bellbird.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** A town for the tests of one file, which follow one another through its day. */
export const aDayInTown = (): (() => DemoTown) => {
  let town: DemoTown | undefined;
  before(async () => {
    town = await startDemoTown();
  });
  after(() => town?.close());
  return () => {
    if (town === undefined) throw new Error('the town has not started');
    return town;
  };
};
