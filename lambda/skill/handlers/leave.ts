import { aloneFirst, isHushed, onlyAlone } from '../alone-first.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { isPaired } from '../place.ts';
import { withAnybody, withPerson, withVoice } from '../turn.ts';

type Without = Omit<Reply, 'voice'>;
type Kind = 'echo-unpaired' | 'echo-not-unpaired' | 'consent-withdrawn' | 'consent-not-changed' | 'forgetting-asked';

const over = (kind: Kind): Without => ({
  outcome: { kind },
  ends: true,
  said: { topic: 'echo-plain', outcome: kind },
});

/** "Disconnect this Echo": asked first, of whoever is there; it tells nothing about anybody. */
export const unpairEcho = (needs: SkillNeeds): Feature =>
  forIntents(
    'unpair-echo',
    ['UnpairEchoIntent'],
    withVoice(
      needs,
      onlyAlone(async ({ voice }) => ({
        outcome: { kind: 'asks-to-unpair' },
        voice,
        asks: { kind: 'unpair-echo' },
        said: { topic: 'echo-plain', outcome: 'asks-to-unpair' },
      })),
    ),
  );

/** The yes was given: from this write on the Echo says nothing personal. Said twice, it is as if said once. */
export const unpairNow = (needs: SkillNeeds): Answer =>
  withAnybody(needs, async (place, voice) => {
    if (isPaired(place) && isHushed(place)) return aloneFirst(voice);
    const { echo } = place;
    const [residentId] = echo?.residents ?? [];
    if (echo === undefined || residentId === undefined) return { ...over('echo-unpaired'), voice };
    const by = { kind: 'resident', id: residentId } as const;
    const { kind } = await needs.unpairEcho({ council: needs.council, hash: echo.hash, by });
    return { ...over(kind === 'try-again' ? 'echo-not-unpaired' : 'echo-unpaired'), voice };
  });

type Asking = {
  readonly outcome: 'asks-to-stop' | 'asks-to-stop-for-good' | 'asks-to-forget' | 'asks-to-forget-for-good';
  readonly asks: 'stop-everything' | 'stop-for-good' | 'forget-me' | 'forget-for-good';
};

/** One of two questions, of whoever is known to be speaking, while nobody else is there. */
const asking = (needs: SkillNeeds, { outcome, asks }: Asking): Answer =>
  withPerson(
    needs,
    onlyAlone(async ({ voice }) => ({
      outcome: { kind: outcome },
      voice,
      asks: { kind: asks },
      said: { topic: 'echo-plain', outcome },
    })),
    'even-away',
  );

/** "Stop everything": asked twice, of whoever is known to be speaking. */
export const stopEverything = (needs: SkillNeeds): Feature =>
  forIntents(
    'stop-everything',
    ['StopEverythingIntent'],
    asking(needs, { outcome: 'asks-to-stop', asks: 'stop-everything' }),
  );

/** The first yes was given: an "okay" may have been said to somebody else, so it is asked once more in other words. */
export const askForGood = (needs: SkillNeeds): Answer =>
  asking(needs, { outcome: 'asks-to-stop-for-good', asks: 'stop-for-good' });

/** The second yes was given: consent is withdrawn, and from that write on nothing is spoken, shown or sent. */
export const stopNow = (needs: SkillNeeds): Answer =>
  withPerson(
    needs,
    onlyAlone(async ({ resident, voice }) => {
      const { kind } = await needs.withdrawConsent({ council: needs.council, residentId: resident.id });
      return { ...over(kind), voice };
    }),
    'even-away',
  );

/** "Forget me": asked twice too. */
export const forgetMe = (needs: SkillNeeds): Feature =>
  forIntents('forget-me', ['ForgetMeIntent'], asking(needs, { outcome: 'asks-to-forget', asks: 'forget-me' }));

export const askToForgetForGood = (needs: SkillNeeds): Answer =>
  asking(needs, { outcome: 'asks-to-forget-for-good', asks: 'forget-for-good' });

/**
 * The second yes was given: the request is written first, because whoever has stopped everything is not heard again, and then
 * everything stops. Said again after a fault it changes nothing.
 */
export const forgetNow = (needs: SkillNeeds): Answer =>
  withPerson(
    needs,
    onlyAlone(async ({ resident, voice }) => {
      const who = { council: needs.council, residentId: resident.id };
      await needs.askToBeForgotten(who);
      const { kind } = await needs.withdrawConsent(who);
      return { ...over(kind === 'consent-withdrawn' ? 'forgetting-asked' : kind), voice };
    }),
    'even-away',
  );
