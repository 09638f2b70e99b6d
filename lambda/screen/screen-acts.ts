import * as v from 'valibot';
import { keyOf } from '../core/delivery/delivery.ts';
import type { ShownCard } from '../core/delivery/show-cards.ts';
import { faultName } from '../core/kernel/log.ts';
import { pairedScreen } from '../core/pairing/screen.ts';
import type { Sign } from '../core/people/sign-of-life.ts';
import { homeOnScreen } from './cards-of-home.ts';
import type { ScreenCookie } from './screen-cookie.ts';
import type { Asking } from './screen-env.ts';
import type { ScreenNeeds } from './screen-needs.ts';

const namesCard = v.object({ card: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)) });

const badCard = (c: Asking) => c.text('Send the id of a card that this screen shows, as {"card": "…"}.\n', 400);

/** The Card of that id, if this Screen shows it now. */
const shownCard = async (needs: ScreenNeeds, c: Asking, id: string): Promise<ShownCard | undefined> => {
  const hash = c.get('screenHash');
  const screen = hash === undefined ? undefined : await needs.screens.ofHash(needs.council, hash);
  const paired = pairedScreen(screen?.value);
  if (paired === undefined) return undefined;
  const { cards } = await homeOnScreen(needs, paired);
  return cards.find(({ delivery }) => needs.secrets.hashCard(keyOf(delivery)) === id);
};

const withCard =
  (needs: ScreenNeeds, act: (card: ShownCard) => Promise<{ readonly kind: string }>) => async (c: Asking) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const parsed = v.safeParse(namesCard, body);
    if (!parsed.success) return badCard(c);
    const card = await shownCard(needs, c, parsed.output.card);
    return c.json(card === undefined ? { kind: 'not-shown-here' } : await act(card));
  };

/** A sign of life from the Home. It is only evidence: when it cannot be written down, what was pressed still counts. */
const noteSign = async (needs: ScreenNeeds, { council, homeId }: ShownCard['resident'], sign: Sign): Promise<void> => {
  try {
    await needs.noteSign(council, homeId, sign, needs.clock());
  } catch (fault) {
    needs.log('screen.fault', { fault: faultName(fault) });
  }
};

/** What a page may do: ask for a code, agree, say that a Card was visible, acknowledge it. */
export const screenActs = (needs: ScreenNeeds, cookie: ScreenCookie) => ({
  pair: async (c: Asking) => {
    const known = c.get('screenHash');
    const token = known === undefined ? needs.secrets.newToken() : undefined;
    if (token !== undefined) cookie.write(c, token);
    const screenHash = known ?? needs.secrets.hashScreen(token ?? '');
    const outcome = await needs.showCode({ council: needs.council, screenHash });
    if (outcome.kind === 'too-many-codes') needs.log('screen.refused', { kind: 'pair', reason: outcome.kind });
    return c.json(outcome, outcome.kind === 'too-many-codes' ? 429 : 200);
  },
  confirm: async (c: Asking) => {
    const screenHash = c.get('screenHash');
    if (screenHash === undefined) return c.json({ kind: 'nothing-asked' });
    const { kind } = await needs.agreeOnScreen({ council: needs.council, screenHash });
    return c.json({ kind });
  },
  shown: withCard(needs, async ({ delivery, resident, isHidden }) => {
    await noteSign(needs, resident, 'card-shown');
    if (!isHidden) await needs.markShown(keyOf(delivery));
    return { kind: 'noted' };
  }),
  /** Of hidden words nobody has read anything: they stay in the inbox, to be heard. */
  acknowledge: withCard(needs, async ({ delivery, resident, isHidden }) => {
    await noteSign(needs, resident, 'pressed');
    if (isHidden) return { kind: 'kept' };
    const reply = delivery.content.kind === 'reminder' ? 'done' : 'heard';
    const { kind } = await needs.acknowledge(keyOf(delivery), reply, 'screen');
    return { kind };
  }),
});
