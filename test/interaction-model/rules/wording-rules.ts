import { SAFETY_INTENTS } from './intent-rules.ts';
import { everySample, type Given, type Rule, typesOf } from './model-file.ts';

const HEALTH =
  /\b(?:medicines?|medication|tablets?|pills?|doses?|dosage|insulin|inhaler|injections?|eye drops|painkillers?|antibiotics?|prescription|blood|pains?|aches?|sick|poorly|dizzy|cough|fever|rash|sore|bleeding|breathless|cancer|dementia|diabetes|diabetic|stroke|asthma|arthritis|depress(?:ed|ion)|anxiety|incontinence)\b/;

const EASILY_CONFUSED = ['cancel', 'council'];

const everyValueText = (given: Given): readonly string[] =>
  typesOf(given).flatMap(({ values }) => values.flatMap(({ name }) => [name.value, ...name.synonyms]));

/** Rules of Bellbird itself about the words of the model: promise G14, residents 7.1 (rule 16). */
export const WORDING_RULES: readonly Rule[] = [
  {
    id: 'G14',
    says: 'no medicine, symptom or condition stands in a sample or value, but in the safety intents',
    breaches: (given) => [
      ...everySample(given)
        .filter(({ intent, sample }) => !SAFETY_INTENTS.includes(intent.name) && HEALTH.test(sample))
        .map(({ intent, sample }) => `${intent.name}: "${sample}"`),
      ...everyValueText(given).filter((text) => HEALTH.test(text)),
    ],
  },
  {
    id: 'residents 7.1 rule 16',
    says: '"cancel" and "council" sound alike, so neither alone is a sample or a value',
    breaches: (given) =>
      [...everySample(given).map(({ sample }) => sample), ...everyValueText(given)].filter((text) =>
        EASILY_CONFUSED.includes(text),
      ),
  },
];
