import type { ActAnswer, NowAnswer, PairAnswer } from './answer.ts';

type Fields = { readonly [name: string]: unknown };

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const isFace = (face: unknown): boolean =>
  isFields(face) &&
  [face.kind, face.label, face.title, face.how, face.speech, face.ok].every(isText) &&
  areTexts(face.lines);

const isCard = (card: unknown): boolean =>
  isFields(card) &&
  isText(card.id) &&
  isFace(card.face) &&
  (card.hidden === undefined || isFace(card.hidden)) &&
  (card.act === 'acknowledge' || card.act === 'put-aside') &&
  isNumber(card.expiresAt) &&
  isNumber(card.rate);

const isStanding = (answer: Fields): boolean => {
  switch (answer.state) {
    case 'unpaired':
      return true;
    case 'code':
      return isNumber(answer.expiresAt);
    case 'words':
      return isNumber(answer.expiresAt) && areTexts(answer.words);
    case 'paired':
      return (
        isText(answer.textSize) &&
        Array.isArray(answer.cards) &&
        answer.cards.every(isCard) &&
        (answer.next === undefined || (isFields(answer.next) && isText(answer.next.text)))
      );
    default:
      return false;
  }
};

/** Whether it is what `/now` answers; a proxy, a login page of a wireless network or a throttle answers something else. */
export const isNowAnswer = (answer: unknown): answer is NowAnswer =>
  isFields(answer) &&
  isNumber(answer.now) &&
  isNumber(answer.every) &&
  answer.every > 0 &&
  isText(answer.version) &&
  isStanding(answer);

/** Whether it is what `/pair` answers. */
export const isPairAnswer = (answer: unknown): answer is PairAnswer => {
  if (!isFields(answer)) return false;
  if (answer.kind === 'screen-code') return isText(answer.code) && isNumber(answer.expiresAt);
  return answer.kind === 'already-paired' || answer.kind === 'too-many-codes' || answer.kind === 'try-again';
};

/** Whether it is what an act answers: an outcome by its name. */
export const isActAnswer = (answer: unknown): answer is ActAnswer => isFields(answer) && isText(answer.kind);
