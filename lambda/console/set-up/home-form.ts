import { SPEAKING_LEVELS } from '../../core/pairing/echo.ts';
import { holdsOn, tellingRefusal } from '../../core/people/circle-of-care.ts';
import { ACCOUNT_HOLDERS, type HomeFacts, WIFI_STATES } from '../../core/set-up/set-up-visit.ts';
import { type Form, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Words } from '../words/en.ts';
import { choicesOf, type Question, yesOrNo } from './question.ts';
import type { SeenVisit } from './with-visit.ts';

/** The facts of a Home as they were typed. */
export type TypedFacts = Readonly<
  Record<'residentsRight' | 'level' | 'account' | 'otherEchos' | 'wifi' | 'circleRight', string>
>;

/** At most so many Echos are on one account besides this one; more is a slip of the finger. */
const MOST_ECHOS = 20;

const yes = (answer: boolean | undefined): string => {
  if (answer === undefined) return '';
  return answer ? 'yes' : 'no';
};

export const factsAtFirst = (facts: HomeFacts | undefined): TypedFacts => ({
  residentsRight: yes(facts?.residentsRight),
  level: facts?.speakingLevel ?? '',
  account: facts?.account ?? '',
  otherEchos: facts === undefined ? '' : String(facts.otherEchos),
  wifi: facts?.wifi ?? '',
  circleRight: yes(facts?.circleRight),
});

export const typedFacts = (form: Form): TypedFacts => ({
  residentsRight: one(form, 'residentsRight'),
  level: one(form, 'level'),
  account: one(form, 'account'),
  otherEchos: one(form, 'otherEchos'),
  wifi: one(form, 'wifi'),
  circleRight: one(form, 'circleRight'),
});

/** The Carers who may be told today, by name, each once. */
const toldNames = ({ residents, today }: Pick<SeenVisit, 'residents' | 'today'>): readonly string[] => [
  ...new Set(
    residents.flatMap(({ circle }) =>
      circle
        .filter((member) => holdsOn(member, today) && tellingRefusal(circle, member.carerId, today) === undefined)
        .map(({ name }) => name),
    ),
  ),
];

/** The questions about a Home. */
export const homeQuestions = (
  typed: TypedFacts,
  seen: Pick<SeenVisit, 'residents' | 'today' | 'words'>,
): readonly Question[] => {
  const { setUp, officers, when } = seen.words;
  const { home } = setUp;
  const told = toldNames(seen);
  return [
    {
      kind: 'one',
      name: 'residentsRight',
      legend: home.residents(when.list(seen.residents.map(({ fullName }) => fullName))),
      items: yesOrNo(home.residentsYes, home.residentsNo),
      value: typed.residentsRight,
    },
    {
      kind: 'one',
      name: 'level',
      legend: home.level,
      hint: officers.pairing.levelHint,
      items: choicesOf(SPEAKING_LEVELS, officers.home.levels),
      value: typed.level,
    },
    {
      kind: 'one',
      name: 'account',
      legend: home.account,
      items: choicesOf(ACCOUNT_HOLDERS, home.accounts),
      value: typed.account,
    },
    { kind: 'number', name: 'otherEchos', legend: home.others, hint: home.othersHint, value: typed.otherEchos },
    { kind: 'one', name: 'wifi', legend: home.wifi, items: choicesOf(WIFI_STATES, home.wifis), value: typed.wifi },
    {
      kind: 'one',
      name: 'circleRight',
      legend: told.length === 0 ? home.circleNobody : home.circle(when.list(told)),
      items: yesOrNo(home.circleYes, home.circleNo),
      value: typed.circleRight,
    },
  ];
};

const isYesOrNo = (text: string): boolean => text === 'yes' || text === 'no';

/** The facts that were typed, or what is wrong with them. */
export const factsOf = (
  typed: TypedFacts,
  {
    setUp: {
      home: { errors },
    },
  }: Words,
): { readonly facts: HomeFacts } | { readonly mistakes: readonly Mistake[] } => {
  const speakingLevel = SPEAKING_LEVELS.find((one) => one === typed.level);
  const account = ACCOUNT_HOLDERS.find((one) => one === typed.account);
  const wifi = WIFI_STATES.find((one) => one === typed.wifi);
  const otherEchos = /^\d{1,2}$/.test(typed.otherEchos) ? Number(typed.otherEchos) : MOST_ECHOS + 1;
  const mistakes: readonly Mistake[] = [
    ...(isYesOrNo(typed.residentsRight) ? [] : [{ field: 'residentsRight', text: errors.residents }]),
    ...(speakingLevel === undefined ? [{ field: 'level', text: errors.level }] : []),
    ...(account === undefined ? [{ field: 'account', text: errors.account }] : []),
    ...(otherEchos > MOST_ECHOS ? [{ field: 'otherEchos', text: errors.others }] : []),
    ...(wifi === undefined ? [{ field: 'wifi', text: errors.wifi }] : []),
    ...(isYesOrNo(typed.circleRight) ? [] : [{ field: 'circleRight', text: errors.circle }]),
  ];
  if (speakingLevel === undefined || account === undefined || wifi === undefined || mistakes.length > 0)
    return { mistakes };
  const [residentsRight, circleRight] = [typed.residentsRight === 'yes', typed.circleRight === 'yes'];
  return { facts: { residentsRight, speakingLevel, account, otherEchos, wifi, circleRight } };
};

/** What the person is told about what was found out: notifications that reach other Echos, weak Wi-Fi, what is to be put right. */
export const factWarnings = (facts: HomeFacts | undefined, { setUp: { home } }: Words): readonly string[] => {
  if (facts === undefined) return [];
  return [
    ...(facts.otherEchos > 0 && facts.account !== 'council' ? [home.othersWarning(facts.otherEchos)] : []),
    ...(facts.wifi === 'good' ? [] : [home.wifiWarning]),
    ...(facts.residentsRight ? [] : [home.residentsToPutRight]),
    ...(facts.circleRight ? [] : [home.circleToPutRight]),
  ];
};
