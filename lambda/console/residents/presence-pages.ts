import { mayChangePresence, type WantedPresence } from '../../core/people/change-presence.ts';
import { AWAY_REASONS, ENDED_REASONS } from '../../core/people/presence.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { exampleDate } from '../reminders/typed-reminder.ts';
import { presenceFields, type TypedPresence } from './presence-form.ts';
import { presenceHistory, presenceView } from './presence-view.ts';
import type { Seen } from './with-resident.ts';

const isOfDates = ({ name }: { readonly name: string }): boolean =>
  name.startsWith('since-') || name.startsWith('until-');

/** The places that somebody may be said to be at now; an Officer who may manage may also end the service. */
const choicesOf = ({ resident, acting, today, words }: Seen) => {
  const { choose, now } = words.presence;
  const home = { value: 'home', text: choose.home, hint: { text: choose.homeHint } };
  const away = AWAY_REASONS.map((reason) => ({ value: reason, text: now[reason] }));
  const ends = ENDED_REASONS.map((reason) => ({
    value: reason,
    text: choose[reason],
    hint: { text: choose.endedHint },
  }));
  return [
    ...(resident.presence.kind === 'home' ? [] : [home]),
    ...away,
    ...(mayChangePresence(acting, resident, today, 'ended') ? [{ divider: choose.or }, ...ends] : []),
  ];
};

/** The rows to check: where, from when, until when, and what follows. */
const rowsOf = (wanted: WantedPresence, { words, resident }: Seen) => {
  const { check, choose, now } = words.presence;
  const means = { key: check.means, value: check[wanted.kind](resident.settings.nameToUse) };
  switch (wanted.kind) {
    case 'home':
      return [{ key: check.where, value: now.home }, means];
    case 'ended':
      return [{ key: check.where, value: choose[wanted.reason] }, means];
    case 'away':
      return [
        { key: check.where, value: now[wanted.reason] },
        { key: check.since, value: words.when.fullDay(wanted.since) },
        { key: check.until, value: wanted.until === undefined ? check.notKnown : words.when.fullDay(wanted.until) },
        means,
      ];
  }
};

/** The pages on the way to saying where somebody is. */
export const presencePages = (needs: ConsoleNeeds, show: ShowPage) => ({
  where: async (
    c: Visit,
    seen: Seen,
    typed: TypedPresence,
    mistakes: readonly Mistake[] = [],
    status: 409 | 422 = 422,
  ) => {
    const entries = await needs.audit.of(seen.resident.council, `RES#${seen.resident.id}`);
    return show(c, {
      view: 'presence-where',
      title: seen.words.presence.title(seen.resident.settings.nameToUse),
      status: mistakes.length === 0 ? 200 : status,
      back: seen.path,
      mistakes,
      data: {
        action: `${seen.path}/presence`,
        choices: choicesOf(seen),
        typed,
        fields: presenceFields(typed).filter(({ name }) => name !== 'where'),
        presence: presenceView(entries, seen),
        history: presenceHistory(entries, seen),
      },
    });
  },

  dates: (c: Visit, seen: Seen, typed: TypedPresence, mistakes: readonly Mistake[] = []) =>
    show(c, {
      view: 'presence-dates',
      title: seen.words.presence.dates.title(seen.resident.settings.nameToUse),
      status: mistakes.length === 0 ? 200 : 422,
      back: `${seen.path}/presence`,
      mistakes,
      data: {
        action: `${seen.path}/presence`,
        typed,
        fields: presenceFields(typed).filter((field) => !isOfDates(field)),
        example: exampleDate(seen.today),
      },
    }),

  check: (c: Visit, seen: Seen, typed: TypedPresence, wanted: WantedPresence) =>
    show(c, {
      view: 'presence-check',
      title: seen.words.presence.check.title,
      back: `${seen.path}/presence`,
      data: {
        action: `${seen.path}/presence`,
        name: seen.resident.fullName,
        path: seen.path,
        fields: presenceFields(typed),
        rows: rowsOf(wanted, seen),
        isEnd: wanted.kind === 'ended',
      },
    }),

  final: (c: Visit, { words, resident, path }: Seen) =>
    show(c, {
      view: 'message',
      title: words.presence.now.ended,
      status: 409,
      back: path,
      alsoAt: path,
      data: { lines: [words.presence.final(resident.settings.nameToUse)] },
    }),
});
