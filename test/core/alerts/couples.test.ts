import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { CHUNK_SIZE } from '../../../lambda/core/alerts/alerts.ts';
import { type Member, placeOf } from '../../../lambda/core/alerts/audience.ts';
import { correctionId } from '../../../lambda/core/alerts/corrections.ts';
import { nextMembers } from '../../../lambda/core/alerts/next-members.ts';
import { sendCorrection } from '../../../lambda/core/alerts/send-correction.ts';
import { type AlertService, aContent, anAlertService, WRITER } from '../../support/builders/an-alert-service.ts';
import { aHome, anEcho, aResident } from '../../support/builders/people.ts';

const FIRED = '2026-11-24T10:00';

/**
 * Homes of so many Residents each, one managed Echo in each. The ids of those who live together are as far apart as they can be, as with people
 * who joined at different times.
 */
const homesOf = (sizes: readonly number[]) => {
  const homes = sizes.map((size, n) => {
    const home = `h${String(n).padStart(3, '0')}`;
    return { home, residents: Array.from({ length: size }, (_, one) => `r${one}-${home}`) };
  });
  return {
    residents: homes.flatMap(({ home, residents }) => residents.map((id) => aResident({ id, homeId: home }))),
    homes: homes.map(({ home, residents }) => aHome({ id: home, residents, echos: [`e-${home}`] })),
    echos: homes.map(({ home, residents }) => anEcho({ hash: `e-${home}`, homeId: home, residents })),
  };
};

/** How often each Echo was asked to speak: two Messages for one Echo in one call are one speaking. */
const spokenBy = ({ channels }: AlertService): readonly number[] => {
  const times = new Map<string, number>();
  for (const { messages } of channels.calls)
    for (const hash of new Set(messages.map(({ echo }) => echo.hash))) times.set(hash, (times.get(hash) ?? 0) + 1);
  return [...times.values()];
};

const COUPLES = Array.from({ length: 101 }, () => 2);

describe('those who share an Echo', () => {
  test('are in one chunk and one call, so that it says the words once, also when they are repeated', async () => {
    const service = await anAlertService({ at: FIRED, ...homesOf([1, ...COUPLES]) });
    const id = await service.approved();
    await service.answerBells();
    const { value: alert } = await service.theAlert(id);
    assert.deepEqual([alert.state, alert.chunks, alert.deliveries], ['released', 3, 203]);
    assert.deepEqual(new Set(spokenBy(service)), new Set([1]));
    const { counts } = await service.progress(id);
    assert.equal(counts.sent, 203);
    await service.runTo('2026-11-24T10:15');
    assert.deepEqual(new Set(spokenBy(service)), new Set([2]));
  });

  test('are in one call too when a call takes fewer than their chunk has', async () => {
    const service = await anAlertService({ at: FIRED, ...homesOf(COUPLES), atOnce: 7 });
    await service.approved();
    await service.answerBells();
    assert.deepEqual(new Set(spokenBy(service)), new Set([1]));
  });

  test('hear a correction once as well, which goes by whole chunks of what it corrects', async () => {
    const service = await anAlertService({ at: FIRED, ...homesOf([1, ...COUPLES]) });
    const id = await service.approved();
    await service.answerBells();
    await service.stop(id);
    await service.answerBells();
    const before = service.channels.calls.length;
    assert.equal((await sendCorrection(service.needs)(WRITER, id)).kind, 'correction-sent');
    await service.answerBells();
    await service.runTo('2026-11-24T10:03');
    const corrected = service.channels.calls.slice(before);
    const told = corrected.flatMap(({ messages }) => [...new Set(messages.map(({ echo }) => echo.hash))]);
    assert.deepEqual([told.length, new Set(told).size], [102, 102]);
    assert.equal((await service.progress(correctionId(id, 1))).counts.sent, 203);
  });

  test('D01 D03 whatever the Homes are, no chunk splits one, and each Resident is in exactly one chunk', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 4, max: 20 }), async (homes, atMost) => {
        const all = homes.flatMap((size, n) =>
          Array.from({ length: size }, (_, one) => member(`h${String(n).padStart(2, '0')}`, `r${one}`)),
        );
        const chunks = await chunksOf(all, atMost);
        assert.deepEqual(
          chunks.flat(),
          all.map(({ residentId }) => residentId),
        );
        assert.ok(chunks.every((chunk) => chunk.length <= atMost));
        const chunkOfHome = new Map<string, number>();
        for (const [number, chunk] of chunks.entries())
          for (const id of chunk) {
            const home = id.split('.')[0] ?? '';
            assert.equal(chunkOfHome.get(home) ?? number, number, `${home} is split`);
            chunkOfHome.set(home, number);
          }
      }),
      { numRuns: 200 },
    );
  });

  test('a chunk of the size in service is filled', async () => {
    const all = Array.from({ length: 500 }, (_, n) => member(`h${n + 100}`, 'r'));
    assert.deepEqual(
      (await chunksOf(all, CHUNK_SIZE)).map(({ length }) => length),
      [100, 100, 100, 100, 100],
    );
  });
});

const member = (homeId: string, who: string): Member => ({
  council: 'harbour',
  residentId: `${homeId}.${who}`,
  homeId,
  isPractice: false,
  standing: 'may-be-told',
  groups: [],
  languages: ['en'],
  echos: { managed: 1, chiming: 0, silent: 0 },
  screens: 0,
});

/** All chunks of a release to these Members, one after the other, read in small pages. */
const chunksOf = async (all: readonly Member[], atMost: number): Promise<readonly (readonly string[])[]> => {
  const service = await anAlertService({ at: FIRED });
  const id = await service.drafted(aContent());
  let { value: alert } = await service.theAlert(id);
  const members = {
    page: async (_council: string, after?: string) => {
      const left = all.filter((one) => after === undefined || placeOf(one) > after);
      const page = left.slice(0, 7);
      const last = page.at(-1);
      return left.length > 7 && last !== undefined ? { members: page, after: placeOf(last) } : { members: page };
    },
    isKept: async () => true,
    save: async () => {},
  };
  const chunks: (readonly string[])[] = [];
  for (;;) {
    const { residents, isLast, cursor } = await nextMembers({ ...service.needs, members })(alert, atMost);
    chunks.push(residents);
    if (isLast) return chunks;
    assert.ok(cursor);
    alert = { ...alert, cursor };
  }
};
