import { numberWords } from './calendar-words.ts';
import { phoneWords, shortNumberWords } from './phone-words.ts';
import { councilPhone } from './render-services.ts';
import { renderWelcome } from './render-welcome.ts';
import type { ControlOutcome } from './spoken-outcome.ts';
import { listWords, type Phrase, phraseOf } from './ssml.ts';
import { nowWords, onlyIf, steadied, type Telling, telling } from './telling.ts';
import { isShort, type Voice } from './voice.ts';

type Plain = Exclude<ControlOutcome, { kind: 'welcome' | 'how-heard' }>;

const helpWords = (
  outcome: Extract<ControlOutcome, { kind: 'help' }>,
  voice: Voice,
): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  if (outcome.about === 'code') return [say('help.code')];
  const ring = { council: voice.council.name, phone: phoneWords(voice.council.phone) };
  return [
    say('help.ask'),
    onlyIf(!isShort(voice), () => say('help.hear')),
    onlyIf(!isShort(voice), () => say('help.not-alexas')),
    outcome.callBacks ? say('help.person') : say('help.number', ring),
    say('help.cannot-call'),
    say('help.urgent', { nineNineNine: shortNumberWords('999') }),
  ];
};

const notUnderstood = (
  outcome: Extract<ControlOutcome, { kind: 'not-understood' }>,
  voice: Voice,
): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  switch (outcome.step) {
    case 1:
      return [say('control.not-understood'), onlyIf(!outcome.isAsked, () => say('control.not-understood-example'))];
    case 2:
      return [say('control.still-not')];
    case 3:
      return [say('control.trouble'), onlyIf(!outcome.callBacks, () => councilPhone(voice))];
  }
};

const sentences = (outcome: Plain, voice: Voice): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  switch (outcome.kind) {
    case 'day-and-time':
      return voice.settings.steadyWords ? steadied(voice) : [nowWords(voice)];
    case 'help':
      return helpWords(outcome, voice);
    case 'goodbye':
      return [say('control.goodbye')];
    case 'left-it':
      return [say('control.left-it')];
    case 'go-ahead':
      return [say('control.go-ahead')];
    case 'hello-you':
      return [
        voice.name === undefined ? say('control.hello-you-nobody') : say('control.hello-you', { name: voice.name }),
      ];
    case 'name-not-known':
      return [say('control.name-not-known')];
    case 'cannot-pass-on':
      return [say('control.cannot-pass-on')];
    case 'cannot-ring':
      return [say('control.cannot-ring'), say('control.say-alexa-call')];
    case 'family-not-known':
      return [say('control.family-not-known')];
    case 'hushed':
      return [say('privacy.hushed'), say('privacy.hushed-undo')];
    case 'not-hushed':
      return [say('privacy.not-hushed')];
    case 'hush-not-changed':
      return [say('speech.not-changed')];
    case 'private-first':
      return [say('privacy.private-first')];
    case 'alone-first':
      return [say('privacy.alone-first')];
    case 'no-listings':
      return [say('control.no-listings'), say('control.programme-reminder')];
    case 'no-more':
      return [say('control.no-more')];
    case 'nothing-to-repeat':
      return [say('control.nothing-to-repeat')];
    case 'nothing-asked':
      return [say(`control.nothing-asked.${outcome.answer}`)];
    case 'not-understood':
      return notUnderstood(outcome, voice);
    case 'asks-for-change':
    case 'asks-for-subject':
      return [];
    case 'fault':
      return [say('control.fault'), onlyIf(!outcome.isFirst, () => say('control.fault-again'))];
  }
};

/** Who can hear, what is kept, and who may set reminders: by name where names may be said. */
const howHeard = (
  { carers }: Extract<ControlOutcome, { kind: 'how-heard' }>,
  voice: Voice,
): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  const count = carers.length;
  const setters =
    count === 0
      ? say('privacy.nobody-sets')
      : voice.level === 'closed'
        ? say('privacy.sets-count', { count, number: numberWords(count) })
        : say('privacy.sets', { carers: listWords(carers.map(phraseOf)) });
  return [
    say('privacy.amazon'),
    onlyIf(!isShort(voice), () => say('privacy.no-recordings')),
    say('privacy.kept', { council: voice.council.name }),
    setters,
  ];
};

/** Greetings, help, endings and repair. */
export const renderControl = (outcome: ControlOutcome, voice: Voice): Telling => {
  const { say } = voice;
  if (outcome.kind === 'welcome') return renderWelcome(outcome, voice);
  if (outcome.kind === 'how-heard') return telling(say('privacy.title'), howHeard(outcome, voice));
  return telling(say(outcome.kind === 'help' ? 'help.title' : 'control.title'), sentences(outcome, voice));
};
