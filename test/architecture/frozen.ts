import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Visitor } from 'oxc-parser';
import * as keys from '../../lambda/adapters/table/keys.ts';
import { binRoundsKey } from '../../lambda/adapters/table/keys-of-bin-rounds.ts';
import * as dutyKeys from '../../lambda/adapters/table/keys-of-duty.ts';
import { erasedAgainKey, erasureKey } from '../../lambda/adapters/table/keys-of-erasures.ts';
import * as forgetKeys from '../../lambda/adapters/table/keys-of-forgetting.ts';
import { homeMirrorKey } from '../../lambda/adapters/table/keys-of-home-mirror.ts';
import { roomListKey } from '../../lambda/adapters/table/keys-of-rooms.ts';
import type { Key } from '../../lambda/adapters/table/table.ts';
import { readSources, type Source } from './source.ts';

const root = join(import.meta.dirname, '..', '..');
export const PAGE = 'docs/decisions/0015-keys-and-ports-are-frozen.md';

const DAY = '2026-11-24';
const AT = '2026-11-24T08:00';

/** Every key pattern with the names of its parts in their places. */
const PATTERNS: Readonly<Record<string, Key>> = {
  councilKey: keys.councilKey('c'),
  sendingKey: keys.sendingKey('c'),
  serviceSendingKey: keys.serviceSendingKey(),
  echoKey: keys.echoKey('c', 'hash'),
  accountKey: keys.accountKey('c', 'account', 'hash'),
  screenKey: keys.screenKey('c', 'hash'),
  screenPairingKey: keys.screenPairingKey('c', 'hash'),
  homeKey: keys.homeKey('c', 'home'),
  setUpVisitKey: keys.setUpVisitKey('c', 'home'),
  homeSignsKey: keys.homeSignsKey('c', 'home'),
  homeMirrorKey: homeMirrorKey('c', 'home'),
  roomListKey: roomListKey('c'),
  setUpListKey: keys.setUpListKey('c', DAY, 'home'),
  openSetUpKey: keys.openSetUpKey('c', 'home'),
  homeListKey: keys.homeListKey('c', 'home'),
  residentKey: keys.residentKey('c', 'resident'),
  reminderKey: keys.reminderKey('c', 'resident', 'reminder'),
  mirrorKey: keys.mirrorKey('c', 'resident'),
  planKey: keys.planKey('c', 'resident'),
  openCallKey: keys.openCallKey('c', 'resident'),
  leftOffKey: keys.leftOffKey('c', 'resident'),
  diaryKey: keys.diaryKey('c', 'resident', AT, 'entry'),
  deliveryKey: keys.deliveryKey('c', 'resident', `${AT}#A#alert`),
  nightKey: keys.nightKey('c'),
  memberKey: keys.memberKey('c', 'home', 'resident'),
  alertKey: keys.alertKey('c', 'alert'),
  alertListKey: keys.alertListKey('c', 'alert'),
  chunkKey: keys.chunkKey('c', 'alert', 42),
  resultKey: keys.resultKey('c', 'alert', 42),
  templateKey: keys.templateKey('c', 'template'),
  carerKey: keys.carerKey('c', 'carer'),
  toldLinkKey: keys.toldLinkKey('c', 'hash'),
  officerKey: keys.officerKey('c', 'officer'),
  pairingCodeKey: keys.pairingCodeKey('c', 'hash'),
  screenCodeKey: keys.screenCodeKey('c', 'hash'),
  triesKey: keys.triesKey('c', 'who', DAY),
  sessionKey: keys.sessionKey('c', 'digest'),
  callBackKey: keys.callBackKey('c', 1_795_510_800_000, 'call'),
  answerKey: keys.answerKey('c', 'subject'),
  safetyCountKey: keys.safetyCountKey('c', '2026-11', 'low-mood'),
  listingKey: keys.listingKey('c', 'listing'),
  unansweredKey: keys.unansweredKey('c', DAY, 'gap'),
  auditKey: keys.auditKey('c', 'ALERT#alert', 7),
  binRoundsKey: binRoundsKey('c'),
  safetyModeKey: dutyKeys.safetyModeKey('c'),
  forgetKey: forgetKeys.forgetKey('c', 'resident'),
  dutyKey: dutyKeys.dutyKey('c', 1_795_510_800_000, 'entry'),
  erasureKey: erasureKey('c', 'resident'),
  erasedAgainKey: erasedAgainKey('c', '2'),
};

const SHARDS = (['urgent', 'routine'] as const).map((lane) => keys.shardKey({ council: 'c', lane, number: 0 }));

/** Ports between the heart and the table, and the file each is declared in. */
const PORTS: readonly (readonly [string, string])[] = [
  ['Table', 'lambda/adapters/table/table.ts'],
  ['DueIndex', 'lambda/core/timetable/due.ts'],
  ['Nights', 'lambda/core/timetable/night.ts'],
  ['SendingSwitches', 'lambda/core/people/sending.ts'],
  ['Councils', 'lambda/core/people/people.ts'],
  ['Residents', 'lambda/core/people/people.ts'],
  ['Homes', 'lambda/core/people/people.ts'],
  ['Deliveries', 'lambda/core/delivery/deliveries.ts'],
  ['Bell', 'lambda/core/delivery/bell.ts'],
  ['Channel', 'lambda/core/delivery/channel.ts'],
  ['Reminders', 'lambda/core/reminders/reminders.ts'],
  ['Alerts', 'lambda/core/alerts/alerts.ts'],
  ['Chunks', 'lambda/core/alerts/alerts.ts'],
  ['Results', 'lambda/core/alerts/alerts.ts'],
  ['Members', 'lambda/core/alerts/audience.ts'],
  ['AuditTrail', 'lambda/core/audit/audit-trail.ts'],
];

/** The names in a port, as its declaration lists them. */
const namesIn = (sources: readonly Source[], port: string, file: string): readonly string[] => {
  const source = sources.find(({ path }) => path === file);
  const names: string[] = [];
  if (source === undefined) return names;
  new Visitor({
    TSTypeAliasDeclaration: ({ id, typeAnnotation }) => {
      if (id.name !== port || typeAnnotation.type !== 'TSTypeLiteral') return;
      for (const member of typeAnnotation.members)
        if (member.type === 'TSPropertySignature' && member.key.type === 'Identifier') names.push(member.key.name);
    },
  }).visit(source.program);
  return names;
};

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The two tables of the page, as the code has them now. */
export const frozenTables = (): readonly string[] => {
  const sources = readSources(root, ['lambda']);
  return [
    ...Object.entries(PATTERNS).map(([name, { pk, sk }]) => row(`\`${name}\``, `\`${pk}\``, `\`${sk}\``)),
    row('`shardKey`', SHARDS.map((shard) => `\`${shard}\``).join(', '), 'of the index `due`'),
    ...PORTS.map(([port, file]) => row(`\`${port}\``, `\`${file}\``, namesIn(sources, port, file).join(', '))),
  ];
};

/** Functions of the page of keys that give a key and are not in the table above. */
export const forgottenKeys = (): readonly string[] =>
  Object.keys({ ...keys, ...dutyKeys, ...forgetKeys }).filter(
    (name) => name.endsWith('Key') && name !== 'shardKey' && !(name in PATTERNS),
  );

/** The rows of both tables as the page has them. */
export const rowsOnPage = (): readonly string[] =>
  readFileSync(join(root, PAGE), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
