import { SPEECH_CHANGES, type SpeechChange } from '../../core/people/change-settings.ts';
import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import type { Said } from '../said.ts';
import { withPerson } from '../turn.ts';

/** Asks how it should be. */
export const askForChange = (needs: SkillNeeds): Answer =>
  withPerson(needs, async ({ voice }) => ({
    outcome: { kind: 'asks-for-change' },
    voice,
    asks: { kind: 'speech' },
    said: { topic: 'plain', outcome: 'asks-for-change' },
  }));

const change = (needs: SkillNeeds, wanted: SpeechChange): Answer =>
  withPerson(needs, async ({ resident, voice }) => {
    const by = { kind: 'resident', id: resident.id } as const;
    const outcome = await needs.changeSpeech({ council: needs.council, residentId: resident.id, change: wanted, by });
    if (outcome.kind === 'speech-not-changed')
      return { outcome, voice, said: { topic: 'plain', outcome: 'speech-not-changed' } };
    const already = outcome.kind === 'speech-already-so';
    return {
      outcome,
      voice: { ...voice, settings: outcome.settings },
      said: { topic: 'speech', change: wanted, already },
    };
  });

/** Says again how it is now, without changing it again. */
export const tellSpeechAgain =
  (needs: SkillNeeds) =>
  (said: Extract<Said, { topic: 'speech' }>): Answer =>
    withPerson(needs, async ({ resident, voice }) => ({
      outcome: {
        kind: said.already ? 'speech-already-so' : 'speech-changed',
        change: said.change,
        settings: resident.settings,
      },
      voice,
      said,
    }));

/** "Speak slower." */
export const changeSpeech = (needs: SkillNeeds): Feature =>
  forIntents('change-speech', ['ChangeSpeechIntent'], (asked) => {
    const id = asked.slots.speechChange?.id?.toLowerCase().replaceAll('_', '-');
    const wanted = SPEECH_CHANGES.find((known) => known === id);
    return (wanted === undefined ? askForChange(needs) : change(needs, wanted))(asked);
  });
