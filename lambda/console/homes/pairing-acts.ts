import { MINUTE } from '../../core/kernel/clock.ts';
import { confirmPairing } from '../../core/pairing/confirm-pairing.ts';
import { SPEAKING_LEVELS } from '../../core/pairing/echo.ts';
import { isPairingCode, type PairingCode } from '../../core/pairing/pairing-code.ts';
import { startPairing } from '../../core/pairing/start-pairing.ts';
import { pairingGate } from '../../core/set-up/may-pair.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import type { SeenHome } from './with-home.ts';

/** Two groups of four are read aloud without losing one. */
const inGroups = (code: string): readonly [string, string] => [code.slice(0, 4), code.slice(4)];

/** The same two words, whoever reads the page: the code itself stands only in the form, never in an address or the table. */
export const pairingActs = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  type Shown = Pick<PairingCode, 'expiresAt' | 'claim'> & { readonly code: string; readonly level?: string };

  const page = (c: Visit, seen: SeenHome, shown: Shown, mistakes: readonly Mistake[] = [], note?: string) => {
    const { pairing, home } = seen.words.officers;
    const left = Math.floor((shown.expiresAt - seen.now) / MINUTE);
    return show(c, {
      view: 'pairing',
      title: pairing.title,
      status: mistakes.length === 0 ? 200 : 422,
      current: 'homes',
      back: seen.path,
      alsoAt: seen.path,
      mistakes,
      data: {
        path: seen.path,
        homeLabel: seen.home.label,
        code: shown.code,
        groups: inGroups(shown.code),
        say: pairing.say(inGroups(shown.code).join(' ')),
        left: left < 1 ? pairing.lastMinute : pairing.left(seen.words.when.minutes(left)),
        words: shown.claim?.words,
        note,
        levels: SPEAKING_LEVELS.map((value) => ({ value, text: home.levels[value] })),
        typed: { match: one(formOf(c), 'match'), level: one(formOf(c), 'level') || shown.level },
      },
    });
  };

  const over = (c: Visit, seen: SeenHome, says: string) =>
    show(c, {
      view: 'pairing-over',
      title: seen.words.officers.pairing.title,
      current: 'homes',
      back: seen.path,
      alsoAt: seen.path,
      data: { path: seen.path, says },
    });

  /** The code that the form carries, if it is this Home's and still works. */
  const codeOf = async (c: Visit, seen: SeenHome) => {
    const code = one(formOf(c), 'code');
    if (!isPairingCode(code)) return undefined;
    const codeHash = needs.pairingSecrets.hashCode(code);
    const stored = await needs.pairingCodes.ofHash(needs.council, codeHash);
    if (stored === undefined || stored.value.homeId !== seen.home.id) return undefined;
    const visit = await needs.setUpVisits.ofHome(needs.council, seen.home.id);
    const level = visit?.value.facts?.speakingLevel;
    return { ...stored.value, code, ...(level === undefined ? {} : { level }) };
  };

  const isOver = (found: Pick<PairingCode, 'expiresAt' | 'state'>, now: number): boolean =>
    found.expiresAt <= now && found.state !== 'confirmed';

  const gate = pairingGate(needs);

  return {
    start: async (c: Visit, seen: SeenHome) => {
      const { officer, home, words } = seen;
      const started = await startPairing({ ...needs, gate, codes: needs.pairingCodes, secrets: needs.pairingSecrets })({
        council: needs.council,
        homeId: home.id,
        startedBy: officer.id,
      });
      switch (started.kind) {
        case 'pairing-started':
          return page(c, seen, started);
        case 'no-such-home':
          return messages.notFound(c);
        case 'no-visit-open':
        case 'no-consent':
          return over(c, seen, words.officers.pairing.gate[started.kind]);
        case 'try-again':
          return over(c, seen, words.officers.pairing.errors.tryAgain);
      }
    },

    check: async (c: Visit, seen: SeenHome) => {
      const found = await codeOf(c, seen);
      const { pairing } = seen.words.officers;
      if (found === undefined || isOver(found, seen.now)) return over(c, seen, pairing.expired);
      return page(c, seen, found, [], found.claim === undefined ? pairing.notAsked : undefined);
    },

    confirm: async (c: Visit, seen: SeenHome) => {
      const found = await codeOf(c, seen);
      const { pairing } = seen.words.officers;
      if (found === undefined || isOver(found, seen.now)) return over(c, seen, pairing.expired);
      const form = formOf(c);
      const match = one(form, 'match');
      if (match === 'no') return over(c, seen, pairing.stopped);
      const speakingLevel = SPEAKING_LEVELS.find((level) => level === one(form, 'level'));
      const mistakes = [
        ...(match === 'yes' ? [] : [{ field: 'match', text: pairing.errors.matchMissing }]),
        ...(speakingLevel === undefined ? [{ field: 'level', text: pairing.errors.levelMissing }] : []),
      ];
      if (mistakes.length > 0 || speakingLevel === undefined) return page(c, seen, found, mistakes);
      const by = { kind: 'officer', id: seen.officer.id } as const;
      const request = { council: needs.council, codeHash: found.codeHash, speakingLevel, by };
      const outcome = await confirmPairing({ ...needs, gate, codes: needs.pairingCodes })(request);
      switch (outcome.kind) {
        case 'echo-paired':
          return c.redirect(`${needs.base}${seen.path}?done=paired`, 303);
        case 'not-asked-yet':
          return page(c, seen, found, [], pairing.notAsked);
        case 'code-expired':
          return over(c, seen, pairing.expired);
        case 'no-visit-open':
        case 'no-consent':
          return over(c, seen, pairing.gate[outcome.kind]);
        case 'try-again':
          return page(c, seen, found, [{ field: 'match', text: pairing.errors.tryAgain }]);
      }
    },
  };
};
