import { nextAct } from '../audit/act.ts';
import type { Instant } from '../kernel/clock.ts';
import { localDateTime } from '../kernel/uk-time.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Officer } from '../people/officer.ts';
import { type ActRefused, alertFor, doAct, holds, saveActed } from './act-on-alert.ts';
import type { Alert, DraftContent } from './alert.ts';
import type { AlertNeeds, OnAlert } from './alert-needs.ts';
import { type ContentProblem, checkComplete, checkDraft } from './check-content.ts';

export type DraftOutcome =
  | { readonly kind: 'draft-saved'; readonly stored: Versioned<Alert> }
  | { readonly kind: 'content-refused'; readonly problems: readonly ContentProblem[] }
  | ActRefused;

/** `20261124T1003-<id>`: begins with the UK wall time, so that ids sort by age and a person can read them out. */
export const alertIdOf = (begun: Instant, id: string): string => `${localDateTime(begun).replace(/[-:]/g, '')}-${id}`;

/**
 * Begins an Alert with its words. Nothing is told before it is complete, submitted and approved by another Officer. `begun` is
 * when the Officer began to write: with the same id it names the same Alert, however often the form is sent.
 */
export const draftAlert =
  (needs: AlertNeeds) =>
  async (officer: Officer, content: DraftContent, begun?: Instant): Promise<DraftOutcome> => {
    if (!holds(officer, 'write-alerts')) return { kind: 'not-allowed' };
    const now = needs.clock();
    const problems = checkDraft(content, await needs.councilOf(officer.council), now);
    if (problems.length > 0) return { kind: 'content-refused', problems };
    const value: Alert = {
      council: officer.council,
      id: alertIdOf(begun ?? now, needs.newId()),
      state: 'draft',
      content,
      writers: [officer.id],
      chunks: 0,
      deliveries: 0,
      lastAct: nextAct(undefined, { at: now, by: { kind: 'officer', id: officer.id }, did: 'draft' }),
    };
    const saved = await saveActed(needs)(undefined, value);
    return saved.kind === 'saved'
      ? { kind: 'draft-saved', stored: { value, version: saved.version } }
      : { kind: 'changed-meanwhile' };
  };

/** The fields that each part of a draft is checked by: a start that has passed meanwhile does not keep anybody from mending the words. */
const FIELDS: Readonly<Record<keyof DraftContent, readonly ContentProblem['field'][]>> = {
  mode: ['audience'],
  words: ['title', 'text'],
  isPrivate: [],
  correction: ['correction-title', 'correction-text'],
  audience: ['audience'],
  handling: ['handling'],
  starts: ['starts', 'expires'],
  expires: ['expires'],
};

const PARTS = ['mode', 'words', 'isPrivate', 'correction', 'audience', 'handling', 'starts', 'expires'] as const;

/** What is changed of a draft; a correction given as undefined is taken out. */
export type DraftChange = Partial<Omit<DraftContent, 'correction'>> & {
  readonly correction?: DraftContent['correction'] | undefined;
};

/** A draft's content after a change. */
export const withChange = ({ correction: before, ...content }: DraftContent, change: DraftChange): DraftContent => {
  const { correction: wanted, ...rest } = change;
  const correction = 'correction' in change ? wanted : before;
  return { ...content, ...rest, ...(correction === undefined ? {} : { correction }) };
};

const isAbout =
  (change: DraftChange) =>
  ({ field }: ContentProblem): boolean =>
    PARTS.some((part) => part in change && FIELDS[part].includes(field));

/** Whoever changed or submitted it, however often it was taken back meanwhile. */
const withWriter = ({ writers }: Alert, { id }: Officer): readonly string[] =>
  writers.includes(id) ? writers : [...writers, id];

/** Changes parts of a draft. Whoever does is one of its writers from then on, and may not approve it. */
export const changeAlert =
  (needs: AlertNeeds) =>
  async (officer: Officer, on: OnAlert, change: DraftChange): Promise<DraftOutcome> => {
    const found = await alertFor(needs)(officer, on, 'change', 'write-alerts');
    if (found.kind !== 'found') return found;
    const { content } = found.stored.value;
    const after = withChange(content, change);
    const council = await needs.councilOf(officer.council);
    const problems = checkDraft(after, council, needs.clock()).filter(isAbout(change));
    if (problems.length > 0) return { kind: 'content-refused', problems };
    const saved = await doAct(needs)(
      found.stored,
      'change',
      { officer },
      {
        content: after,
        writers: withWriter(found.stored.value, officer),
      },
    );
    return saved.kind === 'saved' ? { kind: 'draft-saved', stored: saved.stored } : saved;
  };

export type SubmitOutcome =
  | { readonly kind: 'alert-submitted'; readonly stored: Versioned<Alert> }
  | { readonly kind: 'content-refused'; readonly problems: readonly ContentProblem[] }
  | ActRefused;

/** Hands a complete draft to another Officer for approval. */
export const submitAlert =
  (needs: AlertNeeds) =>
  async (officer: Officer, on: OnAlert): Promise<SubmitOutcome> => {
    const found = await alertFor(needs)(officer, on, 'submit', 'write-alerts');
    if (found.kind !== 'found') return found;
    const council = await needs.councilOf(officer.council);
    const problems = checkComplete(found.stored.value.content, council, needs.clock());
    if (problems.length > 0) return { kind: 'content-refused', problems };
    const saved = await doAct(needs)(
      found.stored,
      'submit',
      { officer },
      {
        submittedBy: officer.id,
        writers: withWriter(found.stored.value, officer),
      },
    );
    return saved.kind === 'saved' ? { kind: 'alert-submitted', stored: saved.stored } : saved;
  };

export type SetAsideOutcome = { readonly kind: 'alert-moved'; readonly stored: Versioned<Alert> } | ActRefused;

const setAside =
  (act: 'discard' | 'take-back') =>
  (needs: AlertNeeds) =>
  async (officer: Officer, on: OnAlert): Promise<SetAsideOutcome> => {
    const found = await alertFor(needs)(officer, on, act, 'write-alerts');
    if (found.kind !== 'found') return found;
    const saved = await doAct(needs)(found.stored, act, { officer });
    return saved.kind === 'saved' ? { kind: 'alert-moved', stored: saved.stored } : saved;
  };

/** Throws a draft away. It stays in the audit trail. */
export const discardAlert = setAside('discard');

/** Takes a submitted Alert back to change it. */
export const takeBackAlert = setAside('take-back');
