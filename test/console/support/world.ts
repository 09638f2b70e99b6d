import type { Hono } from 'hono';
import { memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import { pairingSecrets } from '../../../lambda/adapters/secrets/pairing-secrets.ts';
import { sha256 } from '../../../lambda/adapters/secrets/sha256.ts';
import { toldSecrets } from '../../../lambda/adapters/secrets/told-secrets.ts';
import { type Table, tableFault } from '../../../lambda/adapters/table/table.ts';
import type { ConsoleEnv } from '../../../lambda/console/pages/console-env.ts';
import type { SignedInPerson, SignIn } from '../../../lambda/console/sign-in/sign-in.ts';
import type { Act } from '../../../lambda/core/audit/act.ts';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import type { LogCode, LogFields } from '../../../lambda/core/kernel/log.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import type { Echo } from '../../../lambda/core/pairing/echo.ts';
import type { ManagedProperty } from '../../../lambda/core/pairing/managed-property.ts';
import type { CircleMember } from '../../../lambda/core/people/circle-of-care.ts';
import type { Council } from '../../../lambda/core/people/council.ts';
import type { Home } from '../../../lambda/core/people/home.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import { defaultSettings } from '../../../lambda/core/people/settings.ts';
import { careStores } from '../../../lambda/wiring/care-stores.ts';
import { wireConsole } from '../../../lambda/wiring/console.ts';
import { countingIds } from '../../support/counting-ids.ts';

/** Tuesday 24 November 2026, ten in the morning in Harbour County. */
export const TUESDAY_AT_TEN = instantOf('2026-11-24T10:00');

export const ORIGIN = 'https://console.harbour.example';
export const BASE = '/console';

export const demoCouncil = (id: string, name: string): Council => ({
  id,
  name,
  phone: '01632 960100',
  staffedHours: ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday, from: '08:30', to: '17:00' })),
  closedOn: [],
  diaryFreshForMinutes: 720,
  areas: [
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ],
  groups: [{ id: 'lunch-club', name: 'Lunch club' }],
  urgentShards: 1,
  routineShards: 2,
  dispatchEpoch: '1',
});

const seeded: Act = { number: 1, at: TUESDAY_AT_TEN - 1_000_000, by: { kind: 'system', id: 'seed' }, did: 'seed' };

export const aResident = (over: Partial<Resident> & Pick<Resident, 'id' | 'homeId' | 'fullName'>): Resident => ({
  council: 'harbour',
  settings: defaultSettings(over.fullName.split(' ')[0] ?? ''),
  groups: [],
  isPractice: false,
  presence: { kind: 'home' },
  consent: {
    state: 'given',
    decidedBy: 'resident',
    explainedBy: 'officer-priya',
    how: 'in person',
    decidedOn: '2026-09-01',
    reviewOn: '2027-03-01',
  },
  circle: [],
  lastAct: seeded,
  ...over,
});

export const aHome = (over: Partial<Home> & Pick<Home, 'id' | 'residents'>): Home => ({
  council: 'harbour',
  label: `Home ${over.id}`,
  nation: 'england',
  echos: [],
  screens: [],
  lastAct: seeded,
  ...over,
});

export const anEcho = (over: Partial<Echo> & Pick<Echo, 'hash' | 'homeId' | 'residents'>): Echo => ({
  council: 'harbour',
  kind: 'managed',
  speakingLevel: 'open',
  linkVersion: 1,
  state: 'paired',
  sealedIds: 'sealed',
  apiEndpoint: 'https://api.eu.amazonalexa.com',
  notifications: { on: true, at: 0 },
  ...over,
});

const member = (over: Partial<CircleMember> & Pick<CircleMember, 'carerId' | 'name'>): CircleMember => ({
  rights: ['see', 'set-reminders', 'change-diary'],
  from: '2026-01-01',
  ...over,
});

export const MARGARET_CIRCLE: readonly CircleMember[] = [
  member({ carerId: 'carer-mark', name: 'Mark Ellis', agreedToBeTold: { from: '07:00', to: '22:00' } }),
  member({ carerId: 'carer-sue', name: 'Sue Ellis', rights: ['see'] }),
  member({ carerId: 'carer-past', name: 'Paul Past', until: '2026-11-23' }),
];

/** The same table, which does not answer while it is broken. */
const breakable = (table: Table, broken: { now: boolean }): Table => ({
  ...table,
  get: async (key, options) => {
    if (broken.now) throw tableFault('unreachable', 'a test says so');
    return table.get(key, options);
  },
});

export type World = Awaited<ReturnType<typeof aWorld>>;

/**
 * Harbour County Council on a memory table, and Inland, another council on the same table. Margaret (managed Echo) and Bill
 * (consumer Echo) are in Mark's care; Sue may only see Margaret; Paul's access ended yesterday; Nobody knows Vera but the council.
 */
export const aWorld = async (
  options: {
    origin?: string;
    table?: Table;
    now?: Instant;
    signIn?: SignIn;
    dispatchEpoch?: string;
    property?: ManagedProperty;
  } = {},
) => {
  const broken = { now: false };
  const table = breakable(options.table ?? memoryTable({ newWriteId: countingIds('write') }), broken);
  const time = { now: options.now ?? TUESDAY_AT_TEN };
  const clock = () => time.now;
  const log: { code: LogCode; fields: LogFields }[] = [];
  const stores = careStores(table, clock, (code, fields = {}) => void log.push({ code, fields }));
  const signing: { next: SignedInPerson | 'refused'; calls: string[] } = { next: 'refused', calls: [] };
  const rung: unknown[] = [];
  const token = countingIds('token-0123456789abcdef');
  const origin = options.origin ?? ORIGIN;
  const app: Hono<ConsoleEnv> = wireConsole({
    table,
    bell: { ring: async (keys) => void rung.push(...keys) },
    url: `${origin}${BASE}`,
    council: 'harbour',
    dispatchEpoch: options.dispatchEpoch ?? '1',
    clock,
    realNow: clock,
    newToken: token,
    ...(options.property === undefined ? {} : { property: options.property }),
    log: (code, fields = {}) => void log.push({ code, fields }),
    pairingSecrets: pairingSecrets('a key for tests'),
    hashToldLink: toldSecrets('a key for tests').hashToken,
    digest: sha256,
    signIn: options.signIn ?? {
      begin: async () => ({
        location: 'https://sign-in.example/authorize?state=s',
        signingIn: { kind: 'signing-in', state: 's', nonce: 'n', verifier: 'v' },
      }),
      complete: async (address) => {
        signing.calls.push(address);
        return signing.next === 'refused'
          ? { kind: 'refused', reason: 'not-from-our-provider' }
          : { kind: 'signed-in', person: signing.next };
      },
    },
  });
  await stores.councils.save(demoCouncil('harbour', 'Harbour County Council'));
  await stores.councils.save(demoCouncil('inland', 'Inland Council'));
  await seed(stores);
  return { app, broken, table, stores, time, log, signing, rung, origin, council: 'harbour' };
};

const seed = async (stores: ReturnType<typeof careStores>) => {
  const fresh = <T>(value: T) => ({ value, version: 0 });
  for (const resident of [
    aResident({ id: 'res-margaret', homeId: 'home-1', fullName: 'Margaret Ellis', circle: MARGARET_CIRCLE }),
    aResident({
      id: 'res-bill',
      homeId: 'home-2',
      fullName: 'Bill Hughes',
      circle: [member({ carerId: 'carer-mark', name: 'Mark Ellis' })],
    }),
    aResident({ id: 'res-vera', homeId: 'home-3', fullName: 'Vera Nunn' }),
    aResident({ id: 'res-inland', council: 'inland', homeId: 'home-inland', fullName: 'Iris Inland' }),
  ])
    await stores.residents.save(fresh(resident));
  for (const home of [
    aHome({ id: 'home-1', residents: ['res-margaret'], echos: ['echo-managed'], label: '4 Quay Street' }),
    aHome({ id: 'home-2', residents: ['res-bill'], echos: ['echo-consumer'], label: '9 Mill Lane' }),
    aHome({ id: 'home-3', residents: ['res-vera'], label: '1 Church Row' }),
    aHome({ id: 'home-inland', council: 'inland', residents: ['res-inland'] }),
  ])
    await stores.homes.save(fresh(home));
  await stores.echos.save(fresh(anEcho({ hash: 'echo-managed', homeId: 'home-1', residents: ['res-margaret'] })));
  await stores.echos.save(
    fresh(anEcho({ hash: 'echo-consumer', homeId: 'home-2', residents: ['res-bill'], kind: 'consumer' })),
  );
  for (const carer of [
    { council: 'harbour', id: 'carer-mark', name: 'Mark Ellis', residents: ['res-margaret', 'res-bill', 'res-inland'] },
    { council: 'harbour', id: 'carer-sue', name: 'Sue Ellis', residents: ['res-margaret'] },
    { council: 'harbour', id: 'carer-past', name: 'Paul Past', residents: ['res-margaret'] },
    { council: 'inland', id: 'carer-inland', name: 'Ivan Inland', residents: ['res-inland'] },
  ])
    await stores.carers.save(carer);
  for (const officer of [
    {
      council: 'harbour',
      id: 'officer-priya',
      name: 'Priya Shah',
      rights: ['see', 'set-reminders', 'manage'] as const,
    },
    { council: 'harbour', id: 'officer-omar', name: 'Omar Reid', rights: ['see'] as const },
    {
      council: 'inland',
      id: 'officer-inland',
      name: 'Ina Inland',
      rights: ['see', 'set-reminders', 'manage'] as const,
    },
  ])
    await stores.officers.save(officer);
};
