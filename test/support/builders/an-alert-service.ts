import assert from 'node:assert/strict';
import { sha256 } from '../../../lambda/adapters/secrets/sha256.ts';
import type { Alert, DraftContent } from '../../../lambda/core/alerts/alert.ts';
import { alertDeliveryKey } from '../../../lambda/core/alerts/alert-delivery.ts';
import { draftAlert, submitAlert } from '../../../lambda/core/alerts/draft-alert.ts';
import { alertProgress } from '../../../lambda/core/alerts/progress.ts';
import { refreshMember } from '../../../lambda/core/alerts/refresh-member.ts';
import { type ApproveOutcome, approveAlert } from '../../../lambda/core/alerts/review-alert.ts';
import { stopAlert } from '../../../lambda/core/alerts/stop-alert.ts';
import { laneOf } from '../../../lambda/core/delivery/bell.ts';
import type { Delivery } from '../../../lambda/core/delivery/delivery.ts';
import type { Versioned } from '../../../lambda/core/kernel/version.ts';
import type { Officer } from '../../../lambda/core/people/officer.ts';
import { aCareService, type SetUp } from './a-care-service.ts';
import { aHome, anEcho, anOfficer, aResident } from './people.ts';

export const WRITER: Officer = anOfficer({ id: 'tom', name: 'Tom Okafor', rights: ['see', 'write-alerts'] });
export const APPROVER: Officer = anOfficer({ id: 'helen', name: 'Helen Marsh', rights: ['see', 'approve-alerts'] });

/** A whole draft of an urgent Alert to everybody, live, as soon as it is approved, until six in the evening. */
export const aContent = (more: Partial<DraftContent> = {}): DraftContent => ({
  mode: 'live',
  words: { title: 'Flood warning', text: 'A flood is expected near the river tonight. Please stay indoors.' },
  isPrivate: false,
  correction: { title: 'No flood', text: 'We told you that a flood was expected. That was a mistake.' },
  audience: { kind: 'residents', areas: [], groups: [], languages: [] },
  handling: 'urgent',
  starts: { kind: 'on-approval' },
  expires: '2026-11-24T18:00',
  ...more,
});

/** So many Homes, each with one Resident and one managed Echo: `r001` in `h001` with `e001`, and so on. */
export const manyHomes = (count: number): Required<Pick<SetUp, 'residents' | 'homes' | 'echos'>> => {
  const numbers = Array.from({ length: count }, (_, n) => String(n + 1).padStart(3, '0'));
  return {
    residents: numbers.map((n) => aResident({ id: `r${n}`, homeId: `h${n}`, fullName: `Resident ${n}` })),
    homes: numbers.map((n) => aHome({ id: `h${n}`, residents: [`r${n}`], echos: [`e${n}`] })),
    echos: numbers.map((n) => anEcho({ hash: `e${n}`, homeId: `h${n}`, residents: [`r${n}`] })),
  };
};

/** The heart with Alerts as they run: two Officers, an Audience that is asked of Members, and the worker. */
export const anAlertService = async (setUp: SetUp = {}) => {
  const service = await aCareService(setUp);
  const { stores, clock, bell } = service;
  const residents = setUp.residents ?? [aResident()];
  await Promise.all(residents.map(({ council, id }) => refreshMember(stores)(council, id)));
  const ring = async (alert: Alert): Promise<void> =>
    bell.bell.ring([{ council: alert.council, alertId: alert.id }], laneOf(alert.content.handling ?? 'notice'), 0);
  const needs = { ...service.needs, digest: sha256, ring };

  const theAlert = async (id: string): Promise<Versioned<Alert>> => {
    const stored = await stores.alerts.ofId('harbour', id);
    assert.ok(stored, 'there is no such alert');
    return stored;
  };
  const onAlert = async (id: string) => ({ alertId: id, version: (await theAlert(id)).version });

  const drafted = async (content = aContent()): Promise<string> => {
    const outcome = await draftAlert(needs)(WRITER, content);
    assert.equal(outcome.kind, 'draft-saved');
    return outcome.kind === 'draft-saved' ? outcome.stored.value.id : '';
  };
  const submitted = async (content = aContent()): Promise<string> => {
    const id = await drafted(content);
    assert.equal((await submitAlert(needs)(WRITER, await onAlert(id))).kind, 'alert-submitted');
    return id;
  };
  const approve = async (id: string, people: number, officer = APPROVER): Promise<ApproveOutcome> =>
    approveAlert(needs)(officer, await onAlert(id), people);
  /** Approved for as many people as there are. */
  const approved = async (content = aContent(), people = residents.length): Promise<string> => {
    const id = await submitted(content);
    assert.equal((await approve(id, people)).kind, 'alert-approved');
    return id;
  };

  return {
    ...service,
    needs,
    clock,
    theAlert,
    onAlert,
    drafted,
    submitted,
    approve,
    approved,
    stop: (id: string, officer = WRITER, reason = 'It was a mistake') => stopAlert(needs)(officer, id, reason),
    progress: async (id: string) => alertProgress(needs)((await theAlert(id)).value),
    deliveryOf: async (id: string, residentId: string): Promise<Delivery | undefined> => {
      const key = alertDeliveryKey((await theAlert(id)).value, residentId);
      return key === undefined ? undefined : (await stores.deliveries.ofKey(key))?.value;
    },
    auditOf: async (id: string) => (await stores.audit.of('harbour', `ALERT#${id}`)).map(({ act }) => act),
  };
};

export type AlertService = Awaited<ReturnType<typeof anAlertService>>;
