import { english, type Say } from './say.ts';

/** The words of a Screen's own page. Those in double braces are filled in by the page. */
export const screenPageWordsWith = (say: Say, council: string) =>
  ({
    title: say('screen.title').text,
    starting: say('screen.starting').text,
    noScript: say('screen.no-script').text,
    heading: say('screen.heading', { weekday: '{{weekday}}', part: '{{part}}' }).text,
    morning: say('screen.morning').text,
    afternoon: say('screen.afternoon').text,
    evening: say('screen.evening').text,
    night: say('screen.night').text,
    setUp: say('screen.set-up').text,
    code: say('screen.code').text,
    typeCode: say('screen.type-code', { council }).text,
    sayCode: say('screen.say-code').text,
    codeLives: say('screen.code-lives').text,
    codeOver: say('screen.code-over').text,
    newCode: say('screen.new-code').text,
    tooManyCodes: say('screen.too-many-codes').text,
    twoWords: say('screen.two-words').text,
    sameWords: say('screen.same-words').text,
    otherWords: say('screen.other-words').text,
    theyMatch: say('screen.they-match').text,
    waits: say('screen.waits').text,
    readAloud: say('screen.read-aloud').text,
    soundOff: say('screen.sound-off').text,
    soundOffCard: say('screen.sound-off-card').text,
    moreBelow: say('screen.more-below').text,
    oneMore: say('screen.one-more').text,
    more: say('screen.more', { number: '{{number}}' }).text,
    details: say('screen.details').text,
    noted: say('screen.noted').text,
    kept: say('screen.kept').text,
    notSaved: say('screen.not-saved').text,
    age: say('screen.age', { time: '{{time}}' }).text,
    noConnection: say('screen.no-connection', { time: '{{time}}' }).text,
  }) as const;

export type ScreenPageWords = ReturnType<typeof screenPageWordsWith>;

/** In British English; `council` is the council's name. */
export const screenPageWords = (council: string): ScreenPageWords => screenPageWordsWith(english, council);
