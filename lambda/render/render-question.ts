import type { LocalTime } from '../core/kernel/uk-time.ts';
import { otherHalf } from '../core/reminders/reminder-draft.ts';
import { numberWords } from './calendar-words.ts';
import type { Question } from './question.ts';
import { heldRuleWords } from './render-placing.ts';
import { type Phrase, sentenceOf } from './ssml.ts';
import { dialWords, timeWords } from './time-words.ts';
import type { Voice } from './voice.ts';

/** A question, and the same in other words for when nothing was heard. Both end in a question mark. */
export type Asked = { readonly question: Phrase; readonly reprompt: Phrase };

/** Which questions yes or no answers. */
const IS_YES_OR_NO: Readonly<Record<Question['kind'], boolean>> = {
  'anything-else': false,
  'what-would-you-like': false,
  'ring-you': true,
  'read-it': true,
  'go-on': true,
  'is-it-done': true,
  'is-it-this': true,
  'which-time': false,
  'heard-it': true,
  'is-that-you': true,
  'have-the-code': true,
  'unpair-echo': true,
  'stop-everything': true,
  'stop-for-good': true,
  'forget-me': true,
  'forget-for-good': true,
  code: false,
  'screen-code': false,
  'same-words': true,
  speech: false,
  subject: false,
  'which-day': false,
  'are-you-hurt': true,
  'read-private': true,
  'what-name': false,
  'quiet-hours': false,
  'reminder-day': false,
  'reminder-time': false,
  'reminder-half': false,
  'set-it': true,
  'cancel-it': true,
  'which-one': false,
  'tell-you': true,
  'which-of-two': false,
  'place-it': true,
  'offer-routine': true,
  'offer-words': true,
};

/** Whether "yes" and "no" answer a question. */
export const isYesOrNo = ({ kind }: Question): boolean => IS_YES_OR_NO[kind];

const named = (at: LocalTime, { say }: Voice): { readonly reminder: Phrase } => ({
  reminder: say('reminder.by-time', { dial: dialWords(at) }),
});

const ringYou = (question: Question & { kind: 'ring-you' }, { say }: Voice): Phrase => {
  if (question.office === true) return say('ask.ring-office');
  return question.subject === undefined
    ? say('ask.ring-you')
    : say('ask.ring-you-about', { subject: say(`subject.${question.subject}`) });
};

const isItDone = (at: LocalTime | undefined, voice: Voice): readonly [Phrase, Phrase] => {
  const { say } = voice;
  if (at === undefined) return [say('ask.is-it-done'), say('ask.is-it-done.again')];
  return [say('ask.is-this-done', named(at, voice)), say('ask.is-this-done.again', named(at, voice))];
};

const halves = (at: LocalTime, { say }: Voice): readonly [Phrase, Phrase] => {
  const two = { early: timeWords(at), late: timeWords(otherHalf(at)) };
  return [say('ask.reminder-half', two), say('ask.reminder-half.again')];
};

const wordsOf = (question: Question, voice: Voice): readonly [Phrase, Phrase] => {
  const { say } = voice;
  switch (question.kind) {
    case 'anything-else':
      return [say('ask.anything-else'), say('ask.anything-else.again')];
    case 'what-would-you-like':
      return [say('ask.what'), say('ask.what.again')];
    case 'ring-you':
      return [ringYou(question, voice), say('ask.ring-you.again')];
    case 'read-it':
      return [say('ask.read-it', question), say('ask.read-it.again', question)];
    case 'go-on':
      return [say('ask.go-on', { count: question.left, number: numberWords(question.left) }), say('ask.go-on.again')];
    case 'is-it-done':
      return isItDone(question.at, voice);
    case 'is-it-this':
      return [say('ask.is-it-this', named(question.at, voice)), say('ask.is-it-this.again', named(question.at, voice))];
    case 'which-time':
      return [say('ask.which-time'), say('ask.which-time.again')];
    case 'heard-it':
      return [say('ask.heard-it', question), say('ask.heard-it.again', question)];
    case 'is-that-you':
      return [say('ask.is-that-you', question), say('ask.is-that-you.again', question)];
    case 'have-the-code':
      return [say('ask.have-the-code'), say('ask.have-the-code.again')];
    case 'unpair-echo':
      return [say('ask.unpair'), say('ask.unpair.again')];
    case 'stop-everything':
      return [say('ask.stop'), say('ask.stop.again')];
    case 'stop-for-good':
      return [say('ask.stop-for-good'), say('ask.stop-for-good.again')];
    case 'forget-me':
      return [say('ask.forget'), say('ask.forget.again')];
    case 'forget-for-good':
      return [say('ask.stop-for-good'), say('ask.forget-for-good.again')];
    case 'code':
      return question.heard === undefined
        ? [say('ask.code'), say('ask.code.again')]
        : [say('ask.code-rest'), say('ask.code-rest.again')];
    case 'screen-code':
      return [say('ask.screen-code'), say('ask.screen-code.again')];
    case 'same-words':
      return [say('ask.same-words'), say('ask.same-words.again')];
    case 'speech':
      return [say('ask.speech'), say('ask.speech.again')];
    case 'subject':
      return [say('ask.subject'), say('ask.subject.again')];
    case 'which-day':
      return [say('ask.which-day'), say('ask.which-day.again')];
    case 'place-it':
      return [say('ask.place-it', { plan: heldRuleWords(question.rule, voice) }), say('ask.place-it.again')];
    case 'offer-routine':
      return [
        say('ask.routine', { time: timeWords(question.time) }),
        say('ask.routine.again', { time: timeWords(question.time) }),
      ];
    case 'offer-words':
      return [say('ask.routine-words'), say('ask.routine-words.again')];
    case 'reminder-day':
      return [say('ask.reminder-day'), say('ask.reminder-day.again')];
    case 'reminder-time':
      return [say('ask.reminder-time'), say('ask.reminder-time.again')];
    case 'reminder-half':
      return halves(question.at, voice);
    case 'set-it':
      return question.changes
        ? [say('ask.change-it'), say('ask.change-it.again')]
        : [say('ask.set-it'), say('ask.set-it.again')];
    case 'cancel-it':
      return [say('ask.cancel-it'), say('ask.cancel-it.again')];
    case 'which-one':
      return [say('ask.which-time'), say('ask.which-one.again')];
    case 'tell-you': {
      const first = { first: say(`choice.${question.first}`) };
      return [say('ask.tell-you', first), say('ask.tell-you.again', first)];
    }
    case 'read-private':
      return [say('ask.read-private'), say('ask.read-private.again')];
    case 'what-name':
      return [say('ask.what-name'), say('ask.what-name.again')];
    case 'quiet-hours':
      return [say('ask.quiet-hours'), say('ask.quiet-hours.again')];
    case 'are-you-hurt':
      return [say('ask.are-you-hurt'), say('ask.are-you-hurt.again')];
    case 'which-of-two': {
      const two = { first: say(`choice.${question.first}`), second: say(`choice.${question.second}`) };
      return [say('ask.two', two), say('ask.two.again', two)];
    }
  }
};

/** Words a question. Whoever needs time to speak is told to take it. */
export const renderQuestion = (question: Question, voice: Voice): Asked => {
  const [asked, again] = wordsOf(question, voice);
  const isPatient = voice.settings.slowToSpeak && isYesOrNo(question);
  return {
    question: sentenceOf(asked),
    reprompt: sentenceOf(isPatient ? voice.say('ask.take-your-time') : again),
  };
};
