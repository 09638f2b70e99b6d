import { nextAct } from '../../../lambda/core/audit/act.ts';
import { withAudit } from '../../../lambda/core/audit/audit-trail.ts';
import { MINUTE, SECOND } from '../../../lambda/core/kernel/clock.ts';
import { localDate } from '../../../lambda/core/kernel/uk-time.ts';
import { completePairing } from '../../../lambda/core/pairing/complete-pairing.ts';
import { confirmPairing } from '../../../lambda/core/pairing/confirm-pairing.ts';
import { startPairing } from '../../../lambda/core/pairing/start-pairing.ts';
import { unpairEcho } from '../../../lambda/core/pairing/unpair-echo.ts';
import { changePresence, type WantedPresence } from '../../../lambda/core/people/change-presence.ts';
import { presenceMark } from '../../../lambda/core/people/presence.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import { openVisit } from '../../../lambda/core/set-up/write-in-visit.ts';
import { anOfficer } from '../../support/builders/people.ts';
import { type County, HARBOUR } from '../people/county.ts';
import type { Parts, Person, PersonNeeds } from './person.ts';

const by = { kind: 'officer', id: 'olga' } as const;
const acting = { kind: 'officer', officer: anOfficer({ id: by.id }) } as const;

/** One change of a Resident, with its audit entry. */
const change = async (needs: PersonNeeds, residentId: string, did: string, more: Partial<Resident>) => {
  const stored = await needs.residents.ofId(HARBOUR, residentId, { strong: true });
  if (stored === undefined) return { kind: 'nobody' };
  const before = stored.value;
  const after = { ...before, ...more, lastAct: nextAct(before.lastAct, { at: needs.clock(), by, did }) };
  return withAudit(needs.audit, HARBOUR, `RES#${residentId}`)(before, after, () =>
    needs.residents.save({ value: after, version: stored.version }),
  );
};

/** Says where somebody is, as the page that shows it last did. */
const saysWhere = async (who: Person, residentId: string, what: string, wanted: WantedPresence): Promise<void> => {
  await who.asks(`writes down that ${residentId} ${what}`, async (needs) => {
    const stored = await needs.residents.ofId(HARBOUR, residentId, { strong: true });
    if (stored === undefined) return { kind: 'nobody' };
    const seen = presenceMark(stored.value.presence);
    return changePresence(needs)({ acting, council: HARBOUR, residentId, seen, wanted });
  });
};

const goesAway = async ({ run }: Parts, who: Person, residentId: string): Promise<void> => {
  const since = localDate(run.time.now());
  await saysWhere(who, residentId, 'is away', { kind: 'away', reason: 'hospital', since });
  if (!run.chance.happens(0.5)) return;
  await who.waits(run.chance.between(1, 15) * MINUTE);
  await saysWhere(who, residentId, 'is home', { kind: 'home' });
};

const ends = (_parts: Parts, who: Person, residentId: string): Promise<void> =>
  saysWhere(who, residentId, 'has gone for good', { kind: 'ended', reason: 'moved' });

const withdraws = async (_parts: Parts, who: Person, residentId: string): Promise<void> => {
  await who.asks(`writes down that ${residentId} does not agree any more`, async (needs) => {
    const stored = await needs.residents.ofId(HARBOUR, residentId, { strong: true });
    if (stored === undefined) return { kind: 'nobody' };
    return change(needs, residentId, 'withdrawn', { consent: { ...stored.value.consent, state: 'withdrawn' } });
  });
};

const becomesReal = async ({ run }: Parts, who: Person, residentId: string): Promise<void> => {
  const isPractice = run.chance.happens(0.3);
  await who.asks(`makes ${residentId} ${isPractice ? 'a practice Resident' : 'a real one'}`, (needs) =>
    change(needs, residentId, 'practice', { isPractice }),
  );
};

/** An Echo is untied, and perhaps tied again: then nothing meant for the old pairing reaches it. */
const unpairs = async ({ run }: Parts, who: Person, residentId: string, { echos, homes }: County): Promise<void> => {
  const homeId = homes.get(residentId);
  const echo = echos.find((one) => one.homeId === homeId);
  if (echo === undefined || homeId === undefined) return;
  const { hash, kind, sealedIds, apiEndpoint, speakingLevel } = echo;
  await who.asks(`unpairs ${hash}`, (needs) => unpairEcho(needs)({ council: HARBOUR, hash, by }));
  if (!run.chance.happens(0.6)) return;
  await who.waits(run.chance.between(1, 90) * SECOND);
  await who.asks(`opens a set-up visit to ${homeId}`, (needs) =>
    openVisit(needs)({ officer: acting.officer, council: HARBOUR, homeId }),
  );
  const started = await who.asks(`asks for a code for ${homeId}`, (needs) =>
    startPairing(needs)({ council: HARBOUR, homeId, startedBy: by.id }),
  );
  if (started === 'no-answer' || started.kind !== 'pairing-started') return;
  const asking = { hash, kind, sealedIds, apiEndpoint };
  await who.asks(`says the code to ${hash}`, (needs) =>
    completePairing(needs)({ council: HARBOUR, code: started.code, echo: asking }),
  );
  await who.asks(`says that the words match`, (needs) =>
    confirmPairing(needs)({ council: HARBOUR, codeHash: started.codeHash, speakingLevel, by }),
  );
};

const CHANGES = [
  goesAway,
  goesAway,
  goesAway,
  ends,
  withdraws,
  becomesReal,
  becomesReal,
  becomesReal,
  unpairs,
  unpairs,
  unpairs,
];

/** What changes in people's lives while things are on their way to them. */
export const lifeChanges = async (parts: Parts, person: (name: string) => Person, county: County): Promise<void> => {
  const { chance, faults } = parts.run;
  const who = person('Olga');
  for (;;) {
    await who.waits(chance.between(5, parts.focus === 'changes at home' ? 90 : 400) * SECOND);
    if (faults.isCalm()) return;
    await chance.oneOf(CHANGES)(parts, who, chance.oneOf(county.residents), county);
  }
};
