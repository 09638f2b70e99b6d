import { nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Home } from '../people/home.ts';
import type { Officer } from '../people/officer.ts';
import type { Homes } from '../people/people.ts';
import { type BinRounds, type BinRoundsStore, roundsIn } from './bin-rounds.ts';
import { type BinProblem, readBinRounds } from './read-bin-rounds.ts';

type Needs = { readonly binRounds: BinRoundsStore; readonly audit: AuditTrail; readonly clock: Clock };

export type KeepBinRoundsOutcome =
  | { readonly kind: 'rounds-kept'; readonly rounds: BinRounds }
  | { readonly kind: 'rounds-wrong'; readonly problems: readonly BinProblem[] }
  | { readonly kind: 'changed-meanwhile' | 'not-allowed' };

/**
 * Keeps the rounds that an officer who manages wrote, all at once, in the place of those of which they saw the version `over` (0: there were none).
 * With one wrong line nothing is kept.
 */
export const keepBinRounds =
  (needs: Needs) =>
  async (
    officer: Officer,
    typed: { readonly rounds: string; readonly moved: string; readonly over: number },
  ): Promise<KeepBinRoundsOutcome> => {
    if (!officer.rights.includes('manage')) return { kind: 'not-allowed' };
    const read = readBinRounds(typed);
    if (read.kind === 'not-read') return { kind: 'rounds-wrong', problems: read.problems };
    const { council } = officer;
    const stored = await needs.binRounds.ofCouncil(council);
    if ((stored?.version ?? 0) !== typed.over) return { kind: 'changed-meanwhile' };
    const { collections, moved } = read;
    const by = { kind: 'officer', id: officer.id } as const;
    const lastAct = nextAct(stored?.value.lastAct, { at: needs.clock(), by, did: 'keep-bin-rounds' });
    const rounds: BinRounds = { council, collections, moved, lastAct };
    const saved = await withAudit(needs.audit, council, 'BIN-ROUNDS')(stored?.value, rounds, () =>
      needs.binRounds.save({ value: rounds, version: typed.over }),
    );
    return saved.kind === 'saved' ? { kind: 'rounds-kept', rounds } : { kind: 'changed-meanwhile' };
  };

export type ChooseRoundOutcome = {
  readonly kind: 'round-chosen' | 'no-such-round' | 'changed-meanwhile' | 'not-allowed';
};

const withRound = ({ binRound: _before, ...home }: Home, round: string): Home =>
  round === '' ? home : { ...home, binRound: round };

/** Says on which round a Home lies; an empty name: on none that is known. For officers who manage. */
export const chooseRound =
  (needs: Needs & { readonly homes: Homes }) =>
  async (officer: Officer, homeId: string, round: string): Promise<ChooseRoundOutcome> => {
    if (!officer.rights.includes('manage')) return { kind: 'not-allowed' };
    const { council } = officer;
    const [stored, rounds] = await Promise.all([needs.homes.ofId(council, homeId), needs.binRounds.ofCouncil(council)]);
    const isKnown = round === '' || (rounds !== undefined && roundsIn(rounds.value).includes(round));
    if (stored === undefined || !isKnown) return { kind: 'no-such-round' };
    const before = stored.value;
    const by = { kind: 'officer', id: officer.id } as const;
    const lastAct = nextAct(before.lastAct, { at: needs.clock(), by, did: 'choose-bin-round' });
    const after: Home = { ...withRound(before, round), lastAct };
    const saved = await withAudit(needs.audit, council, `HOME#${homeId}`)(before, after, () =>
      needs.homes.save({ value: after, version: stored.version }),
    );
    return { kind: saved.kind === 'saved' ? 'round-chosen' : 'changed-meanwhile' };
  };
