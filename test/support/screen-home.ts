import assert from 'node:assert/strict';
import { pairingSecrets } from '../../lambda/adapters/secrets/pairing-secrets.ts';
import { screenSecrets } from '../../lambda/adapters/secrets/screen-secrets.ts';
import { sha256 } from '../../lambda/adapters/secrets/sha256.ts';
import type { Alert, AlertContent } from '../../lambda/core/alerts/alert.ts';
import { contentHash } from '../../lambda/core/alerts/content-hash.ts';
import { type Delivery, deliveryOf } from '../../lambda/core/delivery/delivery.ts';
import type { Handling } from '../../lambda/core/delivery/handling.ts';
import type { Visit } from '../../lambda/core/diary/diary-entry.ts';
import { HOUR } from '../../lambda/core/kernel/clock.ts';
import { type LocalDateTime, localDateTime } from '../../lambda/core/kernel/uk-time.ts';
import { agreeOnScreen, agreeOnWords } from '../../lambda/core/pairing/agree-on-screen.ts';
import { claimScreen } from '../../lambda/core/pairing/claim-screen.ts';
import { unpairScreen } from '../../lambda/core/pairing/unpair-screen.ts';
import { fireReminder } from '../../lambda/core/reminders/fire-reminder.ts';
import type { ReminderLabel } from '../../lambda/core/reminders/reminder.ts';
import { occurrenceAt } from '../../lambda/core/timetable/occurrence.ts';
import type { ActAnswer, NowAnswer, PairAnswer } from '../../lambda/screen/page/answer.ts';
import { wireScreen } from '../../lambda/wiring/screen.ts';
import { aCareService, type SetUp } from './builders/a-care-service.ts';
import { FIRST_ACT } from './builders/people.ts';
import { aPlan, aReminder, aVisit } from './builders/things-told.ts';

export const SCREEN_ORIGIN = 'https://screen.harbour.example';
const KEY = 'a key';
const BY = { kind: 'officer', id: 'olga' } as const;

export type AlertGiven = {
  readonly residentId?: string;
  readonly id?: string;
  readonly title?: string;
  readonly text?: string;
  readonly handling?: Handling;
  readonly isPrivate?: boolean;
  readonly mode?: 'live' | 'practice';
  readonly lives?: number;
  readonly corrects?: string;
};

/** Bill's Home (unless more is said) with the door of its Screens, over a table in memory at a clock that the test holds. */
export const aScreenHome = async (
  setUp: SetUp & { readonly origin?: string; readonly every?: number; readonly idle?: number } = {},
) => {
  const service = await aCareService(setUp);
  const { stores, clock } = service;
  const origin = setUp.origin ?? SCREEN_ORIGIN;
  const secrets = { secrets: screenSecrets(KEY), pairingSecrets: pairingSecrets(KEY) };
  const app = wireScreen({
    ...secrets,
    table: service.table,
    digest: sha256,
    clock,
    realNow: clock,
    log: service.log.log,
    council: 'harbour',
    url: `${origin}/screen`,
    framing: 'none',
    every: setUp.every ?? 3_000,
    idle: setUp.idle ?? setUp.every ?? 3_000,
  });
  const pairing = { ...stores, codes: stores.pairingCodes, secrets: secrets.pairingSecrets, clock };

  /** An Alert that is out, and the Delivery that one Resident is owed of it. */
  const giveAlert = async (given: AlertGiven = {}): Promise<Delivery> => {
    const { residentId = 'bill', id = 'flood', handling = 'urgent', mode = 'live' } = given;
    const words = { title: given.title ?? 'Flood warning', text: given.text ?? 'Please stay indoors tonight.' };
    const content = {
      mode,
      words,
      isPrivate: given.isPrivate ?? false,
      audience: { kind: 'residents', areas: [], groups: [], languages: [] },
      handling: handling === 'appointment' || handling === 'routine' ? 'notice' : handling,
      starts: { kind: 'on-approval' },
      expires: localDateTime(clock() + (given.lives ?? 8 * HOUR)),
    } as const satisfies AlertContent;
    const expiresAt = clock() + (given.lives ?? 8 * HOUR);
    const hash = contentHash(content, sha256);
    const approval = { by: 'helen', at: clock(), hash, people: 1, startsAt: clock(), expiresAt };
    const alert: Alert = {
      council: 'harbour',
      id,
      state: 'released',
      content,
      writers: ['tom'],
      approval,
      chunks: 1,
      deliveries: 1,
      lastAct: FIRST_ACT,
      ...(given.corrects === undefined ? {} : { corrects: given.corrects }),
    };
    if ((await stores.alerts.ofId('harbour', id)) === undefined) await stores.alerts.save({ value: alert, version: 0 });
    const delivery = deliveryOf(
      {
        council: 'harbour',
        residentId,
        source: { kind: 'alert', alertId: id, hash, mode, chunk: 1 },
        handling,
        due: localDateTime(clock()),
        dueAt: clock(),
        expiresAt,
        content: {
          kind: 'alert',
          from: 'Harbour County Council',
          ...words,
          isPrivate: content.isPrivate,
          isCorrection: given.corrects !== undefined,
        },
        ladder: [],
      },
      clock(),
    );
    await stores.deliveries.add(delivery);
    return delivery;
  };

  /** A Reminder whose time is now, fired as the clock does it. */
  const giveReminder = async (label: ReminderLabel = 'routine', residentId = 'bill', id = 'rem'): Promise<void> => {
    const now: LocalDateTime = localDateTime(clock());
    await stores.reminders.save({
      value: aReminder(now, { id, residentId, label, next: occurrenceAt(now) }),
      version: 0,
    });
    await fireReminder({ ...service.needs })('harbour', residentId, id);
  };

  const giveVisit = async (more: Partial<Visit> = {}): Promise<void> => {
    const residentId = more.residentId ?? 'bill';
    await stores.diaries.save({ value: aVisit(more), version: 0 });
    await stores.diaries.savePlan(aPlan({ residentId, asOf: clock() }));
  };

  /** A television: keeps its cookie, and asks as its page does. */
  const aTelevision = () => {
    let cookie: string | undefined;
    const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
      const headers = new Headers(init.headers);
      if (cookie !== undefined) headers.set('cookie', cookie);
      const response = await app.request(`${origin}/screen${path}`, { ...init, headers });
      const [given] = response.headers.getSetCookie();
      if (given !== undefined) cookie = given.split(';')[0];
      return response;
    };
    const post = (path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Response> =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin', ...headers },
      });
    const now = async (): Promise<NowAnswer> => (await ask('/now')).json() as Promise<NowAnswer>;
    const act = async (path: string, body: unknown = {}): Promise<ActAnswer> =>
      (await post(path, body)).json() as Promise<ActAnswer>;
    const showCode = async (): Promise<string> => {
      const answer = (await (await post('/pair')).json()) as PairAnswer;
      assert.equal(answer.kind, 'screen-code');
      return answer.kind === 'screen-code' ? answer.code : '';
    };
    const hash = (): string => secrets.secrets.hashScreen(cookie?.split('=')[1] ?? '');
    const cards = async () => {
      const answer = await now();
      assert.equal(answer.state, 'paired');
      return answer.state === 'paired' ? answer.cards : [];
    };
    return { ask, post, now, act, showCode, hash, cards, cookie: () => cookie };
  };
  type Television = ReturnType<typeof aTelevision>;

  const claim = (code: string, homeId = 'home') => claimScreen(pairing)({ council: 'harbour', homeId, code, by: BY });
  const agree = (screenHash: string, homeId = 'home') =>
    agreeOnWords(pairing)({ council: 'harbour', homeId, screenHash, by: BY });

  /** A television that is paired, both sides having agreed. */
  const pairedTelevision = async (homeId = 'home'): Promise<Television> => {
    const television = aTelevision();
    const claimed = await claim(await television.showCode(), homeId);
    assert.equal(claimed.kind, 'screen-asked');
    await agree(television.hash(), homeId);
    assert.deepEqual(await television.act('/confirm'), { kind: 'screen-paired' });
    return television;
  };

  return {
    service,
    stores,
    clock,
    app,
    origin,
    secrets,
    giveAlert,
    giveReminder,
    giveVisit,
    aTelevision,
    pairedTelevision,
    claim,
    agree,
    press: (screenHash: string) => agreeOnScreen(pairing)({ council: 'harbour', screenHash }),
    unpair: (hash: string, homeId = 'home') => unpairScreen(pairing)({ council: 'harbour', homeId, hash, by: BY }),
    stopAlert: async (id = 'flood'): Promise<void> => {
      const stored = await stores.alerts.ofId('harbour', id);
      assert.ok(stored);
      await stores.alerts.save({ value: { ...stored.value, state: 'stopped' }, version: stored.version });
    },
  };
};
export type ScreenHome = Awaited<ReturnType<typeof aScreenHome>>;
export type Television = ReturnType<ScreenHome['aTelevision']>;
