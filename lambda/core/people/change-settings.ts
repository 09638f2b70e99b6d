import { type Actor, nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Residents } from './people.ts';
import {
  type Settings,
  SPEECH_RATES,
  type SpeechRate,
  type SpokenVoice,
  TEXT_SIZES,
  type TextSize,
} from './settings.ts';

/** What a Resident may change by saying so. */
export const SPEECH_CHANGES = [
  'slower',
  'faster',
  'normal-speed',
  'shorter',
  'fuller',
  'one-at-a-time',
  'several-at-a-time',
  'bigger-text',
  'smaller-text',
  'voice-amy',
  'voice-brian',
  'voice-emma',
  'voice-alexa',
] as const;
export type SpeechChange = (typeof SPEECH_CHANGES)[number];

export type ChangeSpeechOutcome =
  | { readonly kind: 'speech-changed'; readonly change: SpeechChange; readonly settings: Settings }
  | { readonly kind: 'speech-already-so'; readonly change: SpeechChange; readonly settings: Settings }
  | { readonly kind: 'speech-not-changed' };

const stepped = (rate: SpeechRate, step: -1 | 1): SpeechRate => SPEECH_RATES[SPEECH_RATES.indexOf(rate) + step] ?? rate;

const resized = (size: TextSize, step: -1 | 1): TextSize => TEXT_SIZES[TEXT_SIZES.indexOf(size) + step] ?? size;

const voiced = (settings: Settings, voice: SpokenVoice): Settings => {
  const { voice: _before, ...others } = settings;
  return voice === 'alexa' ? others : { ...others, voice };
};

/** The Settings after a change; equal to those before when it is already so. Slower speech also brings longer pauses. */
export const withSpeechChange = (settings: Settings, change: SpeechChange): Settings => {
  switch (change) {
    case 'slower':
      return { ...settings, rate: stepped(settings.rate, -1), longerPauses: true };
    case 'faster':
      return { ...settings, rate: stepped(settings.rate, 1), longerPauses: false };
    case 'normal-speed':
      return { ...settings, rate: 'normal', longerPauses: false };
    case 'shorter':
      return { ...settings, length: 'short' };
    case 'fuller':
      return { ...settings, length: 'full' };
    case 'one-at-a-time':
      return { ...settings, oneAtATime: true };
    case 'several-at-a-time':
      return { ...settings, oneAtATime: false };
    case 'bigger-text':
      return { ...settings, textSize: resized(settings.textSize, 1) };
    case 'smaller-text':
      return { ...settings, textSize: resized(settings.textSize, -1) };
    case 'voice-amy':
      return voiced(settings, 'amy');
    case 'voice-brian':
      return voiced(settings, 'brian');
    case 'voice-emma':
      return voiced(settings, 'emma');
    case 'voice-alexa':
      return voiced(settings, 'alexa');
  }
};

const isSame = (a: Settings, b: Settings): boolean =>
  a.rate === b.rate &&
  a.longerPauses === b.longerPauses &&
  a.length === b.length &&
  a.oneAtATime === b.oneAtATime &&
  a.textSize === b.textSize &&
  a.voice === b.voice;

/** Changes how Bellbird speaks to a Resident, at once and from then on. Tries again once if somebody else wrote meanwhile. */
export const changeSpeech =
  (needs: { readonly residents: Residents; readonly audit: AuditTrail; readonly clock: Clock }) =>
  async (request: {
    readonly council: string;
    readonly residentId: string;
    readonly change: SpeechChange;
    readonly by: Actor;
  }): Promise<ChangeSpeechOutcome> => {
    for (let tries = 0; tries < 2; tries += 1) {
      const stored = await needs.residents.ofId(request.council, request.residentId, { strong: true });
      if (!stored) return { kind: 'speech-not-changed' };
      const before = stored.value;
      const settings = withSpeechChange(before.settings, request.change);
      if (isSame(settings, before.settings)) return { kind: 'speech-already-so', change: request.change, settings };
      const lastAct = nextAct(before.lastAct, { at: needs.clock(), by: request.by, did: 'change-speech' });
      const after = { ...before, settings, lastAct };
      const saved = await withAudit(needs.audit, request.council, `RES#${before.id}`)(before, after, () =>
        needs.residents.save({ value: after, version: stored.version }),
      );
      if (saved.kind === 'saved') return { kind: 'speech-changed', change: request.change, settings };
    }
    return { kind: 'speech-not-changed' };
  };
