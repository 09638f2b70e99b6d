import type { Members } from '../../../lambda/core/alerts/audience.ts';
import { refreshMember } from '../../../lambda/core/alerts/refresh-member.ts';
import type { AlertTemplates } from '../../../lambda/core/alerts/template.ts';
import type { Answers, Listings } from '../../../lambda/core/answers/find-answer.ts';
import type { BinRoundsStore } from '../../../lambda/core/bin-days/bin-rounds.ts';
import type { CallBacks } from '../../../lambda/core/call-backs/call-backs.ts';
import type { Diaries } from '../../../lambda/core/diary/diaries.ts';
import type { Echos } from '../../../lambda/core/pairing/pairing.ts';
import type { Carers, Councils, Homes, Officers, Residents } from '../../../lambda/core/people/people.ts';
import type { Reminders } from '../../../lambda/core/reminders/reminders.ts';
import type { DemoData } from './demo-council.ts';
import { inWaves } from './in-waves.ts';

/** The stores that the demo is written through. */
export type DemoStores = {
  readonly councils: Councils;
  readonly officers: Officers;
  readonly carers: Carers;
  readonly homes: Homes;
  readonly residents: Residents;
  readonly echos: Echos;
  readonly diaries: Diaries;
  readonly reminders: Reminders;
  readonly answers: Answers;
  readonly listings: Listings;
  readonly callBacks: CallBacks;
  readonly members: Members;
  readonly templates: AlertTemplates;
  readonly binRounds: BinRoundsStore;
};

const fresh = <T>(value: T) => ({ value, version: 0 });

/** Saves a row of a store that knows no versions, unless one stands already. */
const ifAbsent = async <T>(found: Promise<T | undefined>, save: () => Promise<unknown>): Promise<void> => {
  if ((await found) === undefined) await save();
};

/**
 * Writes the demo. A row that stands already is left as it is, so an interrupted run is simply run again. The council is
 * written first, because others are sharded by it, and the officers last: where they stand, all stands.
 */
export const saveCouncil = async (stores: DemoStores, data: DemoData): Promise<void> => {
  const { council } = data;
  await ifAbsent(stores.councils.ofId(council.id), () => stores.councils.save(council));
  await inWaves(data.echos, (echo) => stores.echos.save(fresh(echo)));
  await inWaves(data.homes, (home) => stores.homes.save(fresh(home)));
  await inWaves(data.residents, (resident) => stores.residents.save(fresh(resident)));
  await inWaves(data.residents, ({ council: of, id }) => refreshMember(stores)(of, id));
  await inWaves(data.templates, (template) =>
    ifAbsent(stores.templates.ofId(council.id, template.id), () => stores.templates.save(template)),
  );
  await inWaves(data.carers, (carer) =>
    ifAbsent(stores.carers.ofId(council.id, carer.id), () => stores.carers.save(carer)),
  );
  await inWaves(data.answers, (answer) =>
    ifAbsent(stores.answers.ofSubject(council.id, answer.subject), () => stores.answers.save(answer)),
  );
  await inWaves(data.listings, (listing) =>
    ifAbsent(stores.listings.ofId(council.id, listing.id), () => stores.listings.save(listing)),
  );
  await stores.binRounds.save(fresh(data.binRounds));
  await inWaves(data.diary, (entry) => stores.diaries.save(fresh(entry)));
  await inWaves(data.plans, (plan) =>
    ifAbsent(stores.diaries.planOf(council.id, plan.residentId), () => stores.diaries.savePlan(plan)),
  );
  await inWaves(data.reminders, (reminder) => stores.reminders.save(fresh(reminder)));
  await inWaves(data.callBacks, (callBack) => stores.callBacks.save(fresh(callBack)));
  for (const officer of data.officers)
    await ifAbsent(stores.officers.ofId(council.id, officer.id), () => stores.officers.save(officer));
};
