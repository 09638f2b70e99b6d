import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Alert } from '../../lambda/core/alerts/alert.ts';
import { draftAlert, submitAlert } from '../../lambda/core/alerts/draft-alert.ts';
import { alertProgress, RESULT_STATES } from '../../lambda/core/alerts/progress.ts';
import { approveAlert } from '../../lambda/core/alerts/review-alert.ts';
import { APPROVER, aContent, WRITER } from '../support/builders/an-alert-service.ts';
import { type County, openCounty } from './county.ts';
import { line } from './figures.ts';

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
const each = (count: number, people: number): string => (count / people).toFixed(2);

/** Drafts, submits and approves through the heart, as two Officers do. */
export const approveFor = async (county: County, people: number): Promise<Alert> => {
  const { needs } = county;
  const content = aContent({ expires: county.localIn(6) });
  const drafted = await draftAlert(needs)(WRITER, content);
  if (drafted.kind !== 'draft-saved') throw new Error(drafted.kind);
  const { id } = drafted.stored.value;
  const submitted = await submitAlert(needs)(WRITER, { alertId: id, version: drafted.stored.version });
  if (submitted.kind !== 'alert-submitted') throw new Error(submitted.kind);
  const approved = await approveAlert(needs)(APPROVER, { alertId: id, version: submitted.stored.version }, people);
  if (approved.kind !== 'alert-approved') throw new Error(approved.kind);
  return approved.stored.value;
};

/**
 * An urgent Alert to so many seeded Residents, on the embedded engine, told through the virtual Alexa over HTTP: half have a
 * managed Echo, a quarter a consumer one that is notified, an eighth one that is not, and an eighth none.
 */
export const benchAlert = async (args: readonly string[]): Promise<void> => {
  const { values } = parseArgs({
    args: [...args],
    options: { people: { type: 'string', default: '50000' }, json: { type: 'string' } },
  });
  const people = Number(values.people);
  if (!Number.isInteger(people) || people < 1) throw new RangeError('--people takes a whole number, 1 or more');
  const seededAt = performance.now();
  const county = await openCounty(people);
  line(`seeding ${people} Residents on the embedded engine`, seconds(performance.now() - seededAt));
  try {
    const countedAt = performance.now();
    const alert = await approveFor(county, people);
    line('draft, submit, and approve (the Audience counted)', seconds(performance.now() - countedAt));
    county.count.start();
    const began = performance.now();
    // A look leaves the rest to its next bell after forty seconds; on one machine the ticks go on as they do in service.
    do await county.drain();
    while (await county.isReleasing(alert.id));
    const took = performance.now() - began;
    const { reads, writes } = county.count.stop();
    const { value: after } = await county.theAlert(alert.id);
    const progress = await alertProgress(county.stores)(after);
    const sum = RESULT_STATES.reduce((total, state) => total + progress.counts[state], 0);
    const spoken = county.alexa.announced();
    const chimed = county.alexa.chimed();
    line(`released and delivered to ${people}`, seconds(took));
    line('Residents a second, whole pipeline, one process', (people / (took / 1_000)).toFixed(0));
    line('requests to the table that read, for each Resident', each(reads, people));
    line('requests to the table that write, for each Resident', each(writes, people));
    line('state, chunks, Deliveries made', `${after.state}, ${after.chunks}, ${after.deliveries}`);
    for (const state of RESULT_STATES)
      if (progress.counts[state] > 0) line(`  ${state}`, String(progress.counts[state]));
    line('counts add up to the Deliveries made, and to the Audience', `${sum} = ${progress.made} = ${progress.people}`);
    line('Echos that spoke, each once', `${spoken.echos} (${spoken.most} at most)`);
    line('Echos that chimed, each once', `${chimed.echos} (${chimed.most} at most)`);
    if (sum !== people) throw new Error('the counts do not add up');
    if (values.json !== undefined)
      await writeFile(
        values.json,
        JSON.stringify({ people, ms: took, reads, writes, progress, spoken, chimed }, null, 2),
      );
  } finally {
    await county.close();
  }
};
