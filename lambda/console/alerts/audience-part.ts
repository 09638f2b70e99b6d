import type { DraftContent } from '../../core/alerts/alert.ts';
import type { Audience, AudienceLanguage, EchoKind } from '../../core/alerts/audience.ts';
import { checkDraft } from '../../core/alerts/check-content.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { all, type Form, one } from '../forms/form.ts';
import type { AlertDesk } from './alert-desk.ts';
import { audienceRow } from './content-rows.ts';
import { type DraftPart, nextStep, type ReadPart } from './draft-part.ts';
import { problemWords } from './problem-words.ts';
import { reachView } from './reach-view.ts';

/** The Audience as it was chosen. */
type TypedAudience = {
  readonly areas: readonly string[];
  readonly groups: readonly string[];
  readonly languages: readonly string[];
  readonly echo: string;
};

const LANGUAGES = ['en', 'cy'] as const satisfies readonly AudienceLanguage[];
const KINDS = ['managed', 'consumer'] as const satisfies readonly EchoKind[];

const typedFrom = ({ audience }: DraftContent): TypedAudience => {
  if (audience?.kind !== 'residents') return { areas: [], groups: [], languages: [], echo: 'any' };
  const { areas, groups, languages, echo } = audience;
  return { areas, groups, languages, echo: echo ?? 'any' };
};

const audienceOf = ({ areas, groups, languages, echo }: TypedAudience): Audience => {
  const kind = KINDS.find((known) => known === echo);
  return {
    kind: 'residents',
    areas: [...new Set(areas)],
    groups: [...new Set(groups)],
    languages: LANGUAGES.filter((language) => languages.includes(language)),
    ...(kind === undefined ? {} : { echo: kind }),
  };
};

const read = (typed: TypedAudience, { council, now, words }: AlertDesk): ReadPart => {
  const audience = audienceOf(typed);
  const problems = checkDraft({ audience }, council, now);
  return problems.length === 0
    ? { kind: 'wanted', change: { audience } }
    : { kind: 'mistakes', mistakes: problemWords(problems, words) };
};

const choices = ({ words, council }: AlertDesk) => {
  const { echos } = words.alertForms.audience;
  const parts = (list: AlertDesk['council']['areas']) => list.map(({ id, name }) => ({ value: id, text: name }));
  return {
    areas: parts(council.areas),
    groups: parts(council.groups),
    languages: LANGUAGES.map((value) => ({ value, text: words.alerts.audience.languageNames[value] })),
    echos: (['any', ...KINDS] as const).map((value) => ({ value, text: echos[value] })),
  };
};

/** For whom an Alert is. Counting saves the choice first, so that going back and reloading count anew. */
export const audiencePart = (needs: ConsoleNeeds): DraftPart<TypedAudience> => ({
  part: 'audience',
  typedFrom,
  typedIn: (form: Form) => ({
    areas: all(form, 'areas'),
    groups: all(form, 'groups'),
    languages: all(form, 'languages'),
    echo: one(form, 'echo'),
  }),
  read,
  title: ({ words }) => words.alertForms.audience.title,
  data: async (_typed, desk, content) => ({
    choices: choices(desk),
    reach: content.audience === undefined ? undefined : await reachView(needs, content, desk),
  }),
  fields: ({ areas, groups, languages, echo }) => [
    ...areas.map((value) => ({ name: 'areas', value })),
    ...groups.map((value) => ({ name: 'groups', value })),
    ...languages.map((value) => ({ name: 'languages', value })),
    { name: 'echo', value: echo },
  ],
  rows: (content, desk) => [audienceRow(content, desk)],
  next: (form, content) => (one(form, 'step') === 'count' ? 'audience' : nextStep(content)),
});
