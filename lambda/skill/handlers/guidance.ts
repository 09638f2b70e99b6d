import type { Guidance } from '../../render/guidance.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { IntentName } from '../intents.ts';
import type { SkillNeeds } from '../needs.ts';
import { offerCall } from '../offers.ts';
import { type ListenerTurn, withVoice } from '../turn.ts';

const MATTERS = [
  ['WeatherIntent', 'weather'],
  ['VolumeIntent', 'volume'],
  ['AlexaHerselfIntent', 'alexa'],
  ['ChangeVisitIntent', 'visit-change'],
  ['ChangeAppointmentIntent', 'appointment-change'],
  ['CheckCallerIntent', 'caller'],
  ['NotDoingItIntent', 'not-doing-it'],
  ['HealthQuestionIntent', 'health'],
  ['TakeCarerOffIntent', 'carer-off'],
  ['CarerSpeakingIntent', 'carer-here'],
  ['ImOkayIntent', 'i-am-okay'],
  ['GreetingIntent', 'greeting'],
] as const satisfies readonly (readonly [IntentName, Guidance])[];

/** What a person must do is offered to be asked of one; a greeting is answered with the open question. */
const after = (about: Guidance, turn: ListenerTurn): Pick<Reply, 'asks'> => {
  switch (about) {
    case 'visit-change':
    case 'caller':
      return offerCall(turn, { office: true });
    case 'appointment-change':
    case 'not-doing-it':
    case 'health':
    case 'carer-off':
      return offerCall(turn);
    case 'i-am-okay':
      return { asks: { kind: 'anything-else' } };
    case 'carer-here':
    case 'greeting':
      return { asks: { kind: 'what-would-you-like' } };
    default:
      return {};
  }
};

/** The fixed words on one matter: said to whoever is there, with nothing read or written but how to speak. */
export const tellGuidance = (needs: SkillNeeds, about: Guidance): Answer =>
  withVoice(needs, async (turn) => ({
    outcome: { kind: 'guidance', about },
    voice: turn.voice,
    said: { topic: 'guidance', about },
    ...after(about, turn),
  }));

/** "What's the weather doing?", "I want to cancel my visit", "hello": one feature for each matter. */
export const guidance = (needs: SkillNeeds): readonly Feature[] =>
  MATTERS.map(([intent, about]) => forIntents(about, [intent], tellGuidance(needs, about)));
