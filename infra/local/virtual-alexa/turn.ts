import type { Slot } from 'ask-sdk-model';
import type { Speech } from './alexa-state.ts';
import type { Happening, PhoneCard, Screen } from './happening.ts';
import type { RenderedDocument } from './screen.ts';
import type { Understood } from './understand-phrase.ts';

/** What one thing said to an Echo (or a silence, or a routine) came to. */
export type Turn = {
  /** As it was said or typed; empty for a silence and for a routine. */
  readonly said: string;
  /** As Alexa heard it, of a request that was understood: lower case, without the invocation. */
  readonly heard: string;
  /** Who answered: the skill, or Alexa herself. */
  readonly by: 'skill' | 'alexa';
  /** The last request that the skill was sent for it; `null` if it was sent none. */
  readonly requestType:
    | 'LaunchRequest'
    | 'IntentRequest'
    | 'SessionEndedRequest'
    | 'SessionResumedRequest'
    | 'Connections.Response'
    | null;
  readonly intent: string | null;
  readonly slots: Readonly<Record<string, Slot>>;
  readonly how: Understood['how'] | null;
  /** SSML, as the skill sent it. */
  readonly speech: string | null;
  /** The same as plain text, for captions. Empty: nothing was said. */
  readonly spoken: string;
  /** SSML. */
  readonly reprompt: string | null;
  readonly sessionOpen: boolean;
  /** Open: Alexa listens without her wake word. */
  readonly microphone: 'open' | 'closed';
  /** What arrived in the Alexa app on the phone. */
  readonly card: PhoneCard | null;
  readonly screen: RenderedDocument | null;
  /** Why Amazon would have refused what the skill sent. For developers: it is not shown and not spoken. */
  readonly refusal?: string;
};

/** Amazon's own words for any response that she cannot play. */
export const PROBLEM = "There was a problem with the requested skill's response.";

const nothing: Turn = {
  said: '',
  heard: '',
  by: 'alexa',
  requestType: null,
  intent: null,
  slots: {},
  how: null,
  speech: null,
  spoken: '',
  reprompt: null,
  sessionOpen: false,
  microphone: 'closed',
  card: null,
  screen: null,
};

export const turnOf = (parts: Partial<Turn>): Turn => ({ ...nothing, ...parts });

export const saying = (speech: Speech | null): Pick<Turn, 'speech' | 'spoken'> => ({
  speech: speech?.ssml ?? null,
  spoken: speech?.spoken ?? '',
});

/** The part of a turn that a person in the room would notice, and what the screen shows now. */
export const noticed = (turn: Turn, screen: Screen | null): Happening => ({
  kind: 'turn',
  said: turn.said,
  spoken: turn.spoken,
  by: turn.by,
  sessionOpen: turn.sessionOpen,
  microphone: turn.microphone,
  card: turn.card,
  screen,
});
