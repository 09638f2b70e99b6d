import { aloneFirst, isHushed, onlyAlone } from '../alone-first.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { isPaired } from '../place.ts';
import { withAnybody, withPerson, withVoice } from '../turn.ts';

type Without = Omit<Reply, 'voice'>;
type Kind = 'echo-unpaired' | 'echo-not-unpaired' | 'consent-withdrawn' | 'consent-not-changed';

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

/** "Stop everything": asked twice, of whoever is known to be speaking. */
export const stopEverything = (needs: SkillNeeds): Feature =>
  forIntents(
    'stop-everything',
    ['StopEverythingIntent'],
    withPerson(
      needs,
      onlyAlone(async ({ voice }) => ({
        outcome: { kind: 'asks-to-stop' },
        voice,
        asks: { kind: 'stop-everything' },
        said: { topic: 'echo-plain', outcome: 'asks-to-stop' },
      })),
      'even-away',
    ),
  );

/** The first yes was given: an "okay" may have been said to somebody else, so it is asked once more in other words. */
export const askForGood = (needs: SkillNeeds): Answer =>
  withPerson(
    needs,
    onlyAlone(async ({ voice }) => ({
      outcome: { kind: 'asks-to-stop-for-good' },
      voice,
      asks: { kind: 'stop-for-good' },
      said: { topic: 'echo-plain', outcome: 'asks-to-stop-for-good' },
    })),
    'even-away',
  );

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
