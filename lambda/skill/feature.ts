import type { Resident } from '../core/people/resident.ts';
import type { SpokenOutcome } from '../render/spoken-outcome.ts';
import type { Voice } from '../render/voice.ts';
import type { Asked } from './asked.ts';
import type { Connection } from './connection.ts';
import type { Pending } from './pending.ts';
import type { Said } from './said.ts';
import type { Told } from './session.ts';

/**
 * What a handler answers with. `asks`: the question that keeps the session open; `name`: whom it asks for; `again`: it is asked in
 * other words, because the first were not understood. `ends`: nothing more is asked. `said`: how to say it again. `told`: the
 * Deliveries whose words are in it. `read`: all messages read in this conversation. `homeId`: the Home where it was heard. `before`:
 * what was spoken of before it began.
 */
export type Reply = {
  readonly outcome: SpokenOutcome;
  readonly voice: Voice;
  readonly asks?: Pending;
  readonly name?: string;
  readonly again?: true;
  readonly ends?: true;
  readonly said?: Said;
  /** What may be asked about reminders on this Echo, when nothing else is to be asked. */
  readonly placing?: Pending | undefined;
  /** Alexa asks by herself after this, and comes back with the answer. */
  readonly connects?: Connection;
  /** A card in the Alexa app asks for the permission to set reminders. */
  readonly permissionCard?: true;
  /** Nobody asked: nothing is said or shown. */
  readonly isSilent?: true;
  readonly before?: Said;
  readonly told?: Told;
  readonly read?: readonly string[];
  readonly speaker?: string;
  readonly homeId?: string;
  /** The Resident who is known to be speaking. */
  readonly known?: Resident;
  readonly isMiss?: true;
  readonly isRepeat?: true;
};

export type Answer = (asked: Asked) => Promise<Reply>;

/** One feature of the conversation. `claims` is pure and cheap; exactly one feature claims each request of a session. */
export type Feature = { readonly name: string; readonly claims: (asked: Asked) => boolean; readonly answer: Answer };

/** A feature that serves an intent, or several. */
export const forIntents = (name: string, intents: readonly Asked['intent'][], answer: Answer): Feature => ({
  name,
  claims: ({ intent }) => intent !== undefined && intents.includes(intent),
  answer,
});
