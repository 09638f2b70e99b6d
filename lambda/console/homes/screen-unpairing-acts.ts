import { unpairScreen } from '../../core/pairing/unpair-screen.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { screensOfHome } from './screens-of-home.ts';
import type { SeenHome } from './with-home.ts';

/** Unpairing a Screen of this Home; one of another Home is not there. */
export const screenUnpairingActs = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const page = async (c: Visit, seen: SeenHome, mistakes: readonly Mistake[] = []) => {
    const screens = await screensOfHome(needs, seen.home, seen);
    const screen = screens.find(({ hash }) => hash === c.req.param('screen'));
    if (screen === undefined) return messages.notFound(c);
    return show(c, {
      view: 'screen-unpair',
      title: seen.words.screens.unpairPage.title,
      status: mistakes.length === 0 ? 200 : 422,
      current: 'homes',
      back: seen.path,
      mistakes,
      data: {
        ...screen,
        action: `${seen.path}/screens/${screen.hash}/unpair`,
        path: seen.path,
        homeLabel: seen.home.label,
      },
    });
  };

  return {
    ask: (c: Visit, seen: SeenHome) => page(c, seen),
    unpair: async (c: Visit, seen: SeenHome) => {
      const hash = seen.home.screens.find((each) => each === c.req.param('screen'));
      if (hash === undefined) return messages.notFound(c);
      const by = { kind: 'officer', id: seen.officer.id } as const;
      const outcome = await unpairScreen(needs)({ council: needs.council, homeId: seen.home.id, hash, by });
      switch (outcome.kind) {
        case 'screen-unpaired':
        case 'not-paired':
          return c.redirect(`${needs.base}${seen.path}?done=screen-unpaired`, 303);
        case 'try-again':
          return page(c, seen, [{ field: 'unpair', text: seen.words.screens.errors.tryAgain }]);
      }
    },
  };
};
