import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import type { Said } from '../said.ts';
import { withPerson } from '../turn.ts';

const switchTo = (needs: SkillNeeds, on: boolean): Answer =>
  withPerson(needs, async ({ resident, voice }) => {
    const by = { kind: 'resident', id: resident.id } as const;
    const outcome = await needs.switchScreen({ council: needs.council, residentId: resident.id, on, by });
    if (outcome.kind === 'screen-not-switched')
      return { outcome, voice, said: { topic: 'screen-plain', outcome: outcome.kind } };
    return { outcome, voice, said: { topic: 'screen', on, already: outcome.kind === 'screen-already-so' } };
  });

/** Says again how it is now, without switching it again. */
export const tellScreenAgain =
  (needs: SkillNeeds) =>
  ({ on, already }: Extract<Said, { topic: 'screen' }>): Answer =>
    withPerson(needs, async ({ voice }) => ({
      outcome: { kind: already ? 'screen-already-so' : 'screen-switched', on },
      voice,
      said: { topic: 'screen', on, already },
    }));

/** "Stop putting things on my telly." */
export const screenOff = (needs: SkillNeeds): Feature =>
  forIntents('screen-off', ['ScreenOffIntent'], switchTo(needs, false));

/** "Put things on the telly again." */
export const screenOn = (needs: SkillNeeds): Feature =>
  forIntents('screen-on', ['ScreenOnIntent'], switchTo(needs, true));
