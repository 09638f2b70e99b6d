import { isId } from '../../core/kernel/ids.ts';
import { unpairEcho } from '../../core/pairing/unpair-echo.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import type { SeenHome } from './with-home.ts';

/** Unpairing an Echo of this Home; an Echo of another Home is not there. */
export const unpairingActs = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const echoOf = async (c: Visit, { home }: SeenHome) => {
    const hash = c.req.param('echo') ?? '';
    const echo = isId(hash) ? await needs.echos.ofHash(needs.council, hash, { strong: true }) : undefined;
    return echo?.value.homeId === home.id ? echo.value : undefined;
  };

  const page = async (c: Visit, seen: SeenHome, mistakes: readonly Mistake[] = []) => {
    const echo = await echoOf(c, seen);
    if (echo === undefined || echo.state === 'unpaired') return messages.notFound(c);
    return show(c, {
      view: 'unpair',
      title: seen.words.officers.unpair.title,
      status: mistakes.length === 0 ? 200 : 422,
      current: 'homes',
      back: seen.path,
      mistakes,
      data: {
        action: `${seen.path}/echos/${echo.hash}/unpair`,
        path: seen.path,
        homeLabel: seen.home.label,
        kind: seen.words.officers.home.kinds[echo.kind],
      },
    });
  };

  return {
    ask: (c: Visit, seen: SeenHome) => page(c, seen),
    unpair: async (c: Visit, seen: SeenHome) => {
      const echo = await echoOf(c, seen);
      if (echo === undefined) return messages.notFound(c);
      const by = { kind: 'officer', id: seen.officer.id } as const;
      const outcome = await unpairEcho(needs)({ council: needs.council, hash: echo.hash, by });
      switch (outcome.kind) {
        case 'echo-unpaired':
        case 'not-paired':
          return c.redirect(`${needs.base}${seen.path}?done=unpaired`, 303);
        case 'try-again':
          return page(c, seen, [{ field: 'unpair', text: seen.words.officers.unpair.errors.tryAgain }]);
      }
    },
  };
};
