import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresOf, judge } from '../../../../infra/local/evaluate/judge.ts';
import { readLabelled } from '../../../../infra/local/evaluate/labelled.ts';
import { printFigures } from '../../../../infra/local/evaluate/print-figures.ts';

const visit = {
  intent: 'WhoIsComingIntent',
  family: 'visits',
  safety: null,
  slots: { day: { said: '2026-11-25', value: '2026-11-25' } },
  open: false,
} as const;
const urgent = { ...visit, intent: 'UrgentHelpIntent', family: 'safety', safety: 'urgent', slots: {} } as const;

const first = (line: string) => {
  const [labelled] = readLabelled(line);
  assert.ok(labelled !== undefined);
  return labelled;
};

test('a label is a family, an intent and slots, and only what it names is judged', () => {
  assert.equal(judge(first("visits\twho's coming tomorrow"), visit).isRight, true);
  assert.equal(judge(first("visits/WhoIsComingIntent day=2026-11-25\twho's coming tomorrow"), visit).slots, true);
  assert.equal(judge(first("visits/WhoIsComingIntent day=2026-11-26\twho's coming tomorrow"), visit).slots, false);
  assert.equal(judge(first("appointments\twho's coming tomorrow"), visit).isRight, false);
});

test('a safety phrase must be in its class, and a false alarm must be asked about', () => {
  assert.equal(judge(first("safety/urgent\tI've fallen"), urgent).isRight, true);
  assert.equal(judge(first("safety/abuse\tI've fallen"), urgent).isRight, false);
  assert.equal(judge(first("question\tI've fallen out with Janet"), urgent).isRight, false);
  assert.equal(judge(first('question\tI fell about laughing'), { ...visit, open: true }).isRight, true);
});

test('the figures tell the accuracy by family, what was taken for what, and what was missed', () => {
  const judged = [
    judge(first("visits\twho's coming"), visit),
    judge(first("visits\tI've fallen"), urgent),
    judge(first("visits day=2026-11-26\twho's coming tomorrow"), visit),
  ];
  const printed = printFigures(figuresOf(judged));
  assert.match(printed, /visits\s+2 of\s+3\s+66\.7 %/);
  assert.match(printed, /1 × visits → safety\/urgent/);
  assert.match(printed, /who's coming tomorrow\t→ other slots/);
});

test('a line without a phrase is refused with its number', () => {
  assert.throws(() => readLabelled('# a comment\nvisits'), /line 2/);
});
