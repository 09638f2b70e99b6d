import type { Alert, DraftContent } from '../../core/alerts/alert.ts';
import type { Audience } from '../../core/alerts/audience.ts';
import { speechSeconds } from '../../core/alerts/speech-seconds.ts';
import { HANDLING_RULES } from '../../core/delivery/handling.ts';
import { HOUR, MINUTE } from '../../core/kernel/clock.ts';
import type { NamedPart } from '../../core/people/council.ts';
import type { Words } from '../words/en.ts';
import type { AlertDesk } from './alert-desk.ts';
import { instantWords, localWords } from './when-words.ts';

/** The part of the form on which a row can be changed. */
export type Part = 'words' | 'audience' | 'when';

export type Row = { readonly key: string; readonly lines: readonly string[]; readonly part?: Part };

type Desk = Pick<AlertDesk, 'words' | 'today' | 'council'>;

/** "North, South or East". */
const anyOf = (names: readonly string[], { audience }: Words['alerts']): string => {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : audience.or(names.slice(0, -1).join(', '), last);
};

const named = (ids: readonly string[], parts: readonly NamedPart[], alerts: Words['alerts']): string =>
  anyOf(
    ids.map((id) => parts.find((part) => part.id === id)?.name ?? alerts.audience.gone),
    alerts,
  );

/** For whom an Alert is, one line for each thing that was chosen. */
export const audienceWords = (audience: Audience, { words, council }: Desk): readonly string[] => {
  const { alerts } = words;
  const said = alerts.audience;
  if (audience.kind === 'told') return [said.told];
  const { areas, groups, languages, echo } = audience;
  const lines = [
    ...(areas.length === 0 ? [] : [said.areas(named(areas, council.areas, alerts))]),
    ...(groups.length === 0 ? [] : [said.groups(named(groups, council.groups, alerts))]),
    ...(languages.length === 0
      ? []
      : [
          said.languages(
            anyOf(
              languages.map((language) => said.languageNames[language]),
              alerts,
            ),
          ),
        ]),
    ...(echo === undefined ? [] : [said.echos[echo]]),
  ];
  return lines.length === 0 ? [said.everyone] : lines;
};

/** What a Resident will notice of each way to treat an Alert, from the rules themselves. */
export const handlingMeans = (handling: NonNullable<DraftContent['handling']>, { alerts, when }: Words): string => {
  const { againAfter, speakUpTo } = HANDLING_RULES[handling];
  const said = alerts.handlings;
  switch (handling) {
    case 'urgent':
      return said.urgent.means(when.list(againAfter.map((after) => when.minutes(after / MINUTE))));
    case 'notice':
      return said.notice.means;
    case 'social':
      return said.social.means(when.minutes((speakUpTo === 'until-expiry' ? HOUR : speakUpTo) / MINUTE));
  }
};

const startsLines = (
  { starts }: DraftContent,
  { approval }: Pick<Alert, 'approval'>,
  desk: Desk,
): readonly string[] => {
  const { rows } = desk.words.alerts;
  if (approval !== undefined) return [instantWords(approval.startsAt, desk)];
  if (starts === undefined) return [rows.missing];
  return [starts.kind === 'on-approval' ? rows.onApproval : localWords(starts.at, desk)];
};

/** The words of an Alert, as rows. */
export const wordRows = (
  { words, isPrivate, correction }: Pick<DraftContent, 'words' | 'isPrivate' | 'correction'>,
  desk: Desk,
): readonly Row[] => {
  const { rows } = desk.words.alerts;
  const part = 'words';
  return [
    { key: rows.title, lines: [words.title], part },
    { key: rows.text, lines: [words.text, rows.seconds(speechSeconds(words.text))], part },
    { key: rows.isPrivate, lines: [isPrivate ? rows.privateYes : rows.privateNo], part },
    {
      key: rows.correction,
      lines: correction === undefined ? [rows.noCorrection] : [correction.title, correction.text],
      part,
    },
  ];
};

/** For whom, as a row. */
export const audienceRow = ({ audience }: Pick<DraftContent, 'audience'>, desk: Desk): Row => {
  const { rows } = desk.words.alerts;
  const lines = audience === undefined ? [rows.missing] : audienceWords(audience, desk);
  return { key: rows.audience, lines, part: 'audience' };
};

/** How it is treated, when it starts and ends, as rows. */
export const whenRows = (alert: Pick<Alert, 'content' | 'approval'>, desk: Desk): readonly Row[] => {
  const { content } = alert;
  const { rows, handlings } = desk.words.alerts;
  const part = 'when';
  const treated =
    content.handling === undefined
      ? [rows.missing]
      : [handlings[content.handling].name, handlingMeans(content.handling, desk.words)];
  return [
    { key: rows.handling, lines: treated, part },
    { key: rows.starts, lines: startsLines(content, alert, desk), part },
    { key: rows.ends, lines: [content.expires === undefined ? rows.missing : localWords(content.expires, desk)], part },
  ];
};

/** Everything that approval freezes, as rows. */
export const contentRows = (alert: Pick<Alert, 'content' | 'approval'>, desk: Desk): readonly Row[] => [
  { key: desk.words.alerts.rows.mode, lines: [desk.words.alerts.modes[alert.content.mode].name] },
  ...wordRows(alert.content, desk),
  audienceRow(alert.content, desk),
  ...whenRows(alert, desk),
];
