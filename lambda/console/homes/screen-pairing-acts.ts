import type { Actor } from '../../core/audit/act.ts';
import { isId } from '../../core/kernel/ids.ts';
import { agreeOnWords, refuseScreen } from '../../core/pairing/agree-on-screen.ts';
import { claimScreen } from '../../core/pairing/claim-screen.ts';
import { SCREENS_PER_HOME } from '../../core/pairing/screen.ts';
import type { Home } from '../../core/people/home.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { Page, ShowPage } from '../pages/show-page.ts';
import type { Words } from '../words/en.ts';

/** A Home for which somebody may pair a Screen. `path`: of the page that leads here and to which they come back. */
export type ForScreens = {
  readonly home: Home;
  readonly words: Words;
  readonly path: string;
  readonly by: Actor;
  readonly current: NonNullable<Page['current']>;
};

/** Blanks between the groups of digits are no mistake. */
const codeIn = (c: Visit): string => one(formOf(c), 'code').replaceAll(/\s/g, '');

/** Pairing a Screen: its code is entered here, both sides show the same two words, and OK is pressed there. */
export const screenPairingActs = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const pairing = { ...needs, codes: needs.pairingCodes, secrets: needs.pairingSecrets };
  const at = (seen: ForScreens) => `${seen.path}/screens/pair`;

  const page = (c: Visit, seen: ForScreens, view: string, data: object, mistakes: readonly Mistake[] = []) =>
    show(c, {
      view,
      title: seen.words.screens.pair,
      status: mistakes.length === 0 ? 200 : 422,
      current: seen.current,
      back: seen.path,
      alsoAt: at(seen),
      mistakes,
      data: { path: seen.path, homeLabel: seen.home.label, ...data },
    });

  const codePage = (c: Visit, seen: ForScreens, text?: string) =>
    page(c, seen, 'screen-code', { typed: codeIn(c) }, text === undefined ? [] : [{ field: 'code', text }]);

  const over = (c: Visit, seen: ForScreens, says: string) => page(c, seen, 'screen-over', { says });

  /** The pairing that the form names, if this Home has claimed it and it is not over. */
  const pairingOf = async (c: Visit, seen: ForScreens) => {
    const hash = one(formOf(c), 'screen');
    const stored = isId(hash) ? await needs.screenPairings.ofScreen(needs.council, hash) : undefined;
    const claim = stored?.value.claim;
    return claim?.homeId === seen.home.id ? { screenHash: hash, words: claim.words } : undefined;
  };

  return {
    ask: (c: Visit, seen: ForScreens) =>
      seen.home.screens.length >= SCREENS_PER_HOME
        ? over(c, seen, seen.words.screens.full(SCREENS_PER_HOME))
        : codePage(c, seen),

    enter: async (c: Visit, seen: ForScreens) => {
      const { screens } = seen.words;
      const request = { council: needs.council, homeId: seen.home.id, code: codeIn(c), by: seen.by };
      const outcome = await claimScreen(pairing)(request);
      switch (outcome.kind) {
        case 'screen-asked':
          return page(c, seen, 'screen-words', { screen: outcome.screenHash, words: outcome.words, step: 'match' });
        case 'code-not-eight-digits':
          return codePage(c, seen, screens.errors.codeNotDigits);
        case 'code-not-known':
          return codePage(c, seen, screens.errors.codeNotKnown);
        case 'too-many-tries':
          return codePage(c, seen, screens.errors.tooManyTries);
        case 'too-many-screens':
          return over(c, seen, screens.full(SCREENS_PER_HOME));
        case 'no-such-home':
          return messages.notFound(c);
      }
    },

    confirm: async (c: Visit, seen: ForScreens) => {
      const { screens } = seen.words;
      const found = await pairingOf(c, seen);
      if (found === undefined) return over(c, seen, screens.expired);
      const { screenHash, words } = found;
      const request = { council: needs.council, homeId: seen.home.id, screenHash };
      const match = one(formOf(c), 'match');
      const wordsPage = (step: 'match' | 'press', mistakes: readonly Mistake[] = [], note?: string) =>
        page(c, seen, 'screen-words', { screen: screenHash, words, step, note }, mistakes);
      if (match === 'no') {
        await refuseScreen(needs)(request);
        return over(c, seen, screens.stopped);
      }
      if (match !== 'yes') return wordsPage('match', [{ field: 'match', text: screens.errors.matchMissing }]);
      const outcome = await agreeOnWords(needs)({ ...request, by: seen.by });
      switch (outcome.kind) {
        case 'screen-paired':
          return c.redirect(`${needs.base}${seen.path}?done=screen-paired`, 303);
        case 'waits-for-ok':
          return wordsPage('press', [], one(formOf(c), 'step') === 'press' ? screens.notPressed : undefined);
        case 'waits-for-words':
        case 'try-again':
          return wordsPage('match', [{ field: 'match', text: screens.errors.tryAgain }]);
        case 'nothing-asked':
          return over(c, seen, screens.expired);
        case 'too-many-screens':
          return over(c, seen, screens.full(SCREENS_PER_HOME));
      }
    },
  };
};
