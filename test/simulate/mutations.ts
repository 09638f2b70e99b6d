/** One text of a production file that stands there exactly once, and what is read in its place. The file itself is never touched. */
export type Replacement = { readonly file: string; readonly from: string; readonly to: string };

/** One guard taken out of the production code. The simulator has to notice. */
export type Mutation = {
  readonly name: string;
  readonly says: string;
  readonly replacements: readonly Replacement[];
  /** The queue takes a message away before its work is done. */
  readonly dropsBellsFirst?: true;
};

/** Small chunks, so that a county of a dozen people is released in several. The only thing that every run changes. */
export const SMALL_CHUNKS: Replacement = {
  file: 'lambda/core/alerts/alerts.ts',
  from: 'export const CHUNK_SIZE = 100;',
  to: 'export const CHUNK_SIZE = 4;',
};

const core = (file: string) => `lambda/core/${file}.ts`;

export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'no-re-look',
    says: 'the tick does not ring for Deliveries that still wait',
    replacements: [
      {
        file: 'lambda/wiring/tick.ts',
        from: 'heard.add(key, laneOf(handling), Math.max(0, lookAt - now), together);',
        to: 'void [key, laneOf, handling, lookAt - now, together];',
      },
    ],
  },
  {
    name: 'blind-put',
    says: 'a Delivery is put whether it is there or not',
    replacements: [
      {
        file: 'lambda/adapters/table/delivery-items.ts',
        from: "import { readItem, writeItem } from './stored.ts';",
        to: "import { overwriteItem, readItem, writeItem } from './stored.ts';",
      },
      {
        file: 'lambda/adapters/table/delivery-items.ts',
        from: 'add: async (delivery) => writeItem(table, itemOf(delivery, await shardCountsOf(delivery.council)), 0),',
        to: 'add: async (delivery) => overwriteItem(table, itemOf(delivery, await shardCountsOf(delivery.council))),',
      },
    ],
  },
  {
    name: 'cursor-before-ring',
    says: 'a Reminder moves on before its Delivery is made',
    replacements: [
      {
        file: core('reminders/fire-reminder'),
        from: `    if (!isForOtherDays) await needs.announce(announcementNow(reminder, due, following, now, bins));
    const saved = await needs.reminders.save({ value: waitingFor(reminder, following), version });`,
        to: `    const saved = await needs.reminders.save({ value: waitingFor(reminder, following), version });
    if (saved.kind === 'saved' && !isForOtherDays)
      await needs.announce(announcementNow(reminder, due, following, now, bins));`,
      },
    ],
  },
  {
    name: 'cursor-before-deliveries',
    says: 'an Alert moves on before the Deliveries of its chunk are made',
    replacements: [
      { file: core('alerts/release-alert'), from: '    await owe(needs)(alert, alert.content, chunk);\n', to: '' },
      {
        file: core('alerts/release-alert'),
        from: "    return saved.kind === 'saved' ? { stored",
        to: "    if (saved.kind === 'saved') await owe(needs)(alert, alert.content, chunk);\n    return saved.kind === 'saved' ? { stored",
      },
    ],
  },
  {
    name: 'bell-dropped-before-work',
    says: 'a message is taken away, and its row leaves the due index, before the work is done',
    dropsBellsFirst: true,
    replacements: [
      { file: core('delivery/take-claim'), from: '      lookAt: until,\n', to: '' },
      {
        file: core('delivery/take-claim'),
        from: 'const { reason: _whyHeld, claim',
        to: 'const { reason: _whyHeld, lookAt: _lookAt, claim',
      },
    ],
  },
  {
    name: 'no-stop-check',
    says: 'the source is not asked again before a call',
    replacements: [{ file: core('delivery/check-again'), from: "if (source.kind === 'gone')", to: 'if (false)' }],
  },
  {
    name: 'no-switch-check',
    says: 'what a switch holds back is told all the same',
    replacements: [
      {
        file: 'lambda/wiring/sending-asked.ts',
        from: '!holdsBack(pausedBy(await asked()), laneOf(handling));',
        to: '!holdsBack(pausedBy(await asked()), laneOf(handling)) || true;',
      },
    ],
  },
  {
    name: 'random-key',
    says: 'every try of a telling has a key of its own',
    replacements: [
      {
        file: core('delivery/calls'),
        from: 'reference: referenceOf(delivery),',
        to: 'reference: referenceOf(delivery) + needs.newId(),',
      },
    ],
  },
  {
    name: 'no-claim-check',
    says: 'a call is made whether the claim still holds or not',
    replacements: [
      {
        file: core('delivery/check-again'),
        from: 'claim.until - now > CLAIM_LEFT_FOR_A_CALL',
        to: 'CLAIM_LEFT_FOR_A_CALL > now - now',
      },
      {
        file: core('delivery/take-claim'),
        from: "return saved.kind === 'saved' ? { value, version: saved.version } : undefined;",
        to: "return { value, version: saved.kind === 'saved' ? saved.version : version };",
      },
    ],
  },
  {
    name: 'calling-not-written',
    says: 'the claim does not say that a call begins',
    replacements: [
      {
        file: core('delivery/take-claim'),
        from: 'claim: { token, until, calling: true },',
        to: 'claim: { token, until, calling: false },',
      },
    ],
  },
  {
    name: 'add-instead-of-mark',
    says: 'a result is added beside the one before instead of taking its place',
    replacements: [
      {
        file: 'lambda/adapters/table/result-items.ts',
        from: "'result', residentId, markOf",
        to: "'result', residentId + '~' + state, markOf",
      },
      {
        file: 'lambda/adapters/table/result-items.ts',
        from: '[residentId, markOf(state)] as const',
        to: "[residentId + '~' + state, markOf(state)] as const",
      },
    ],
  },
  {
    name: 'conflict-read-as-success',
    says: 'a write that somebody else was quicker with is taken for written',
    replacements: [
      {
        file: 'lambda/adapters/table/stored.ts',
        from: ": { kind: 'conflict' };",
        to: ": { kind: 'saved', version: written.current?.version ?? 0 };",
      },
    ],
  },
  {
    name: 'check-never-too-old',
    says: 'the last check is good for ever, however long the machine froze after it',
    replacements: [
      {
        file: core('delivery/claim'),
        from: 'export const CHECK_HOLDS = 2 * SECOND;',
        to: 'export const CHECK_HOLDS = 600 * SECOND;',
      },
    ],
  },
  {
    name: 'no-expiry-check',
    says: 'what has expired is told all the same',
    replacements: [
      { file: core('delivery/plan'), from: 'if (now >= delivery.expiresAt) return', to: 'if (now < 0) return' },
      {
        file: core('alerts/alert-source'),
        from: "if (alert.state === 'expired') return",
        to: "if (alert.state === 'draft') return",
      },
      {
        file: core('alerts/alert-source'),
        from: "alert.state === 'releasing' || alert.state === 'released'",
        to: "alert.state === 'releasing' || alert.state === 'released' || alert.state === 'expired'",
      },
    ],
  },
  {
    name: 'no-lateness-check',
    says: 'a Reminder is spoken however late it is',
    replacements: [
      {
        file: core('delivery/handling'),
        from: "return speakUpTo !== 'until-expiry' && now - dueAt > speakUpTo;",
        to: "return speakUpTo !== 'until-expiry' && now - dueAt > 600 * speakUpTo;",
      },
    ],
  },
  {
    name: 'no-quiet-hours',
    says: 'quiet hours bind nothing',
    replacements: [
      {
        file: core('delivery/plan'),
        from: 'if (quiet === undefined || rule',
        to: 'if (now > 0) return undefined;\n  if (quiet === undefined || rule',
      },
    ],
  },
  {
    name: 'no-presence-check',
    says: 'whoever is away, gone or does not agree is told all the same',
    replacements: [
      { file: core('delivery/plan'), from: "if (standing === 'ended') return", to: 'if (now < 0) return' },
      {
        file: core('delivery/plan'),
        from: "if (standing !== 'may-be-told') return { kind: 'close', state: 'unreachable', reason: standing };",
        to: '',
      },
    ],
  },
  {
    name: 'no-pairing-check',
    says: 'an Echo is told whether it is still paired or not',
    replacements: [
      { file: core('delivery/plan'), from: "echo.state === 'paired' && ", to: '' },
      {
        file: core('delivery/check-again'),
        from: 'to.filter((echo) => plan.echos.some(isSamePairing(echo)))',
        to: '[...to, ...[].filter(isSamePairing)]',
      },
    ],
  },
  {
    name: 'no-early-check',
    says: 'an early bell is answered at once',
    replacements: [
      { file: core('delivery/plan'), from: 'if (now < delivery.dueAt) return', to: 'if (now < 0) return' },
    ],
  },
  {
    name: 'no-clock-check',
    says: 'a worker with a wrong clock goes on',
    replacements: [
      {
        file: core('delivery/deliver'),
        from: 'skew !== undefined && Math.abs(skew) <= CLOCK_SKEW_ALLOWED;',
        to: 'skew === undefined || Math.abs(skew) <= CLOCK_SKEW_ALLOWED * 1e6;',
      },
    ],
  },
  {
    name: 'no-hash-check',
    says: 'words that were changed after the approval are told',
    replacements: [
      {
        file: core('alerts/alert-source'),
        from: 'contentHash(alert.content, digest) === source.hash',
        to: 'contentHash(alert.content, digest) !== undefined',
      },
    ],
  },
  {
    name: 'no-practice-check',
    says: 'the worker does not ask whether a Resident is a person',
    replacements: [
      { file: core('delivery/plan'), from: 'if (isOfOtherMode(delivery, resident)) return', to: 'if (now < 0) return' },
    ],
  },
  {
    name: 'stop-not-walked',
    says: 'a stop leaves the Deliveries as they are',
    replacements: [
      {
        file: core('alerts/look-at-alert'),
        from: 'return walkOn(needs)(stored, now);',
        to: 'return now < 0 ? walkOn(needs)(stored, now) : undefined;',
      },
    ],
  },
  {
    name: 'no-reconcile',
    says: 'results are never compared with the Deliveries',
    replacements: [
      {
        file: core('alerts/look-at-alert'),
        from: 'const came = await reconcileAlert(needs)(alert, before.chunk, needs.mayGoOn);',
        to: 'const came = { chunk: before.chunk, repaired: reconcileAlert.length < 0 ? 1 : 0, isDone: true };',
      },
    ],
  },
  {
    name: 'retell-without-claim',
    says: 'a claim that another holds is taken over',
    replacements: [
      { file: core('delivery/claim'), from: 'delivery.claim.until > now;', to: 'delivery.claim.until > now * 2;' },
      {
        file: core('delivery/settle-left-call'),
        from: 'if (left.claim?.calling !== true) return stored;\n    const attempt',
        to: "if (left.council !== '') return stored;\n    const attempt",
      },
    ],
  },
  {
    name: 'left-call-forgotten',
    says: 'a claim that ended in a call is taken for one that never called',
    replacements: [
      {
        file: core('delivery/settle-left-call'),
        from: 'if (left.claim?.calling !== true) return stored;\n    const attempt',
        to: "if (left.council !== '') return stored;\n    const attempt",
      },
    ],
  },
  {
    name: 'new-chunk-each-time',
    says: 'a chunk is made anew although one stands',
    replacements: [
      { file: core('alerts/release-alert'), from: 'if (stands !== undefined) return stands;', to: '' },
      {
        file: 'lambda/adapters/table/alert-items.ts',
        from: "if (written.kind === 'mine') return chunk;",
        to: 'return chunk;',
      },
    ],
  },
  {
    name: 'audit-only-afterwards',
    says: 'nobody makes sure that the entry of the act before is there',
    replacements: [
      {
        file: core('audit/audit-trail'),
        from: 'if (before) await trail.append({ council, item, act: before.lastAct, after: before });',
        to: '',
      },
    ],
  },
  {
    name: 'rises-and-falls',
    says: 'a state may fall',
    replacements: [
      {
        file: core('delivery/record'),
        from: 'mayRise(delivery.state, to) ? to : delivery.state;',
        to: 'mayRise(delivery.state, delivery.state) ? to : to;',
      },
    ],
  },
];
