import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { type DemoEcho, demoEchos } from '../../../../infra/local/demo-council/demo-echos.ts';
import { DEFAULT_RESIDENT, DEMO_HOMES } from '../../../../infra/local/demo-council/demo-homes.ts';
import { addDays, weekdayOf } from '../../../../lambda/core/kernel/uk-time.ts';
import type { Carer } from '../../../../lambda/core/people/carer.ts';
import { mayActFor } from '../../../../lambda/core/people/may-act-for.ts';
import { type Resident, standingOf } from '../../../../lambda/core/people/resident.ts';
import { demo, PAIRING, START } from './demo-stores.ts';

const page = readFileSync(new URL('../../../../docs/demo.md', import.meta.url), 'utf8');
const data = demo();
const echos = demoEchos(DEMO_HOMES, PAIRING.skillId);

const idsIn = (cell: string): readonly string[] => [...cell.matchAll(/`([a-z0-9-]+)`/g)].map(([, id = '']) => id);

type Row = {
  readonly awkward: string;
  readonly residents: readonly Resident[];
  readonly echos: readonly DemoEcho[];
  readonly text: string;
};

const found = <T>(value: T | undefined, what: string): T => {
  assert.ok(value !== undefined, `${what} is in docs/demo.md but not in the demo`);
  return value;
};

/** The rows of the table under a heading, each as its cells. */
const tableUnder = (heading: string): readonly (readonly string[])[] => {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

const rows: readonly Row[] = tableUnder('Ten awkward homes').map(
  ([awkward = '', residents = '', echoCell = '', ...text]) => ({
    awkward,
    residents: idsIn(residents).map((id) =>
      found(
        data.residents.find((one) => one.id === id),
        id,
      ),
    ),
    echos: idsIn(echoCell).map((id) =>
      found(
        echos.find((one) => one.echoId === id),
        id,
      ),
    ),
    text: text.join(' '),
  }),
);

const carerOf = (id: string): Carer =>
  found(
    data.carers.find((carer) => carer.id === id),
    id,
  );
const maySee = (carerId: string, resident: Resident, day: string): boolean =>
  mayActFor({ kind: 'carer', carer: carerOf(carerId) }, resident, 'see', day);

/** What makes each home awkward, as the seed holds it. */
const AWKWARD: Readonly<Record<string, (row: Row, resident: Resident) => boolean>> = {
  'Two residents, one Echo': ({ residents, echos: [echo, ...more] }) =>
    residents.length === 2 && more.length === 0 && residents.every(({ homeId }) => homeId === echo?.homeId),
  "A relative's Echo on the same account": ({ echos: [own, relatives] }, { homeId }) =>
    own?.homeId === homeId && relatives?.homeId === undefined && relatives?.accountId === own?.accountId,
  'No Echo, a tablet only': ({ echos: none }, { homeId, settings }) =>
    none.length === 0 && !echos.some((echo) => echo.homeId === homeId) && settings.screen.on,
  'Deaf, with captions': ({ echos: [echo] }, { settings }) =>
    echo?.screen === true &&
    settings.accessNeeds.includes('captions') &&
    settings.screen.privateItems === 'shown' &&
    settings.textSize === 'largest',
  'A stammer': (_, { settings }) => settings.slowToSpeak && settings.oneAtATime,
  'Asks the day ten times': (_, { settings }) => settings.steadyWords,
  'Easy words': (_, { settings }) => settings.easyWords && settings.accessNeeds.includes('easy-read'),
  'In hospital since Tuesday': (_, { presence }) =>
    presence.kind === 'away' &&
    presence.reason === 'hospital' &&
    weekdayOf(presence.since) === 2 &&
    presence.since < START &&
    presence.since >= addDays(START, -7) &&
    presence.until === undefined,
  'Consent withdrawn': (_, resident) =>
    standingOf(resident) === 'consent-withdrawn' && resident.consent.decidedOn === addDays(START, -2),
  'A carer whose access ended yesterday': (_, ivy) =>
    maySee('mark-tranter', ivy, addDays(START, -1)) &&
    !maySee('mark-tranter', ivy, START) &&
    carerOf('mark-tranter').residents.includes(ivy.id) &&
    maySee('wendy-tranter', ivy, START),
};

describe('docs/demo.md', () => {
  test('names ten awkward homes, each in a home of its own', () => {
    assert.deepEqual(
      rows.map((row) => row.awkward),
      Object.keys(AWKWARD),
    );
    assert.equal(new Set(rows.flatMap(({ residents }) => residents.map(({ homeId }) => homeId))).size, 10);
  });

  for (const row of rows) {
    test(`an awkward home is as the page says: ${row.awkward}`, () => {
      for (const id of idsIn(row.text))
        found(
          data.carers.find((carer) => carer.id === id),
          id,
        );
      for (const echo of row.echos)
        assert.ok(echo.homeId === undefined || row.residents.some(({ homeId }) => homeId === echo.homeId), echo.echoId);
      const [resident] = row.residents;
      assert.ok(resident !== undefined && AWKWARD[row.awkward]?.(row, resident), row.awkward);
    });
  }

  test('names nobody who is not in the demo', () => {
    const known = new Set([
      ...[...data.residents, ...data.carers, ...data.officers].map(({ id }) => id),
      ...echos.map(({ echoId }) => echoId),
    ]);
    assert.deepEqual(
      idsIn(page).filter((id) => !known.has(id)),
      [],
    );
  });

  test('begins with the resident that the front page begins with, at an Echo Show that speaks by itself', () => {
    assert.equal(idsIn(tableUnder('Who to be')[0]?.join(' ') ?? '')[0], DEFAULT_RESIDENT);
    const rosa = found(
      data.residents.find(({ id }) => id === DEFAULT_RESIDENT),
      DEFAULT_RESIDENT,
    );
    const theirs = echos.filter((echo) => echo.homeId === rosa.homeId);
    assert.deepEqual(
      theirs.map(({ kind, screen }) => ({ kind, screen })),
      [{ kind: 'managed', screen: true }],
    );
    assert.equal(data.echos.find((echo) => echo.homeId === rosa.homeId)?.speakingLevel, 'open');
    assert.equal(data.reminders.filter((reminder) => reminder.residentId === rosa.id).length, 2);
  });
});
