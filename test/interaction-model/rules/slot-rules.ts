import {
  dialogIntentsOf,
  everySample,
  type Given,
  type IntentInModel,
  intentsOf,
  type Rule,
  repeated,
  samplesOf,
  slotNamesIn,
  slotsOf,
  typesOf,
  wordsAround,
} from './model-file.ts';

/** Amazon's types that an en-GB model may use (voice model 1.4). */
export const EN_GB_SLOT_TYPES = new Set(
  [
    ...'DATE TIME DURATION NUMBER FOUR_DIGIT_NUMBER Ordinal PhoneNumber DayOfWeek Month SearchQuery'.split(' '),
    ...'FirstName GB_FIRST_NAME Person City GB_CITY GB_REGION Region Country StreetName EUROPE_CITY'.split(' '),
    ...'AT_CITY AT_REGION DE_CITY DE_FIRST_NAME DE_REGION US_CITY US_FIRST_NAME US_STATE'.split(' '),
    ...'Room Language Color Food Animal Sport Actor Artist Airline Airport Book Corporation CreativeWorkType'.split(
      ' ',
    ),
    ...'FictionalCharacter Genre Movie MusicAlbum MusicGroup Musician MusicRecording RadioChannel TVSeries VideoGame'.split(
      ' ',
    ),
  ].map((name) => `AMAZON.${name}`),
);

const PHRASE_TYPE = 'AMAZON.SearchQuery';

const everySlot = (given: Given) =>
  intentsOf(given).flatMap((intent) => slotsOf(intent).map((slot) => ({ intent, slot })));

const intentSamplesWhere = (
  given: Given,
  isBroken: (sample: string, intent: IntentInModel) => boolean,
): readonly string[] =>
  intentsOf(given).flatMap((intent) =>
    samplesOf(intent)
      .filter((sample) => isBroken(sample, intent))
      .map((sample) => `${intent.name}: "${sample}"`),
  );

const allSamplesWhere = (
  given: Given,
  isBroken: (sample: string, intent: IntentInModel) => boolean,
): readonly string[] =>
  everySample(given)
    .filter(({ sample, intent }) => isBroken(sample, intent))
    .map(({ intent, sample }) => `${intent.name}: "${sample}"`);

const typesIn = (sample: string, intent: IntentInModel): readonly string[] =>
  slotNamesIn(sample).flatMap((name) => slotsOf(intent).find((slot) => slot.name === name)?.type ?? []);

const isOnlySlots = (sample: string): boolean => slotNamesIn(sample).length > 0 && wordsAround(sample).trim() === '';

const isElicited = (given: Given, intent: IntentInModel, slot: string): boolean =>
  dialogIntentsOf(given).some(
    ({ name, slots }) =>
      name === intent.name && slots?.some((one) => one.name === slot && one.elicitationRequired === true),
  );

export const SLOT_RULES: readonly Rule[] = [
  {
    id: 'IM-19',
    says: 'slot names are letters and underscores, and unique in an intent',
    breaches: (given) =>
      intentsOf(given).flatMap((intent) => {
        const names = slotsOf(intent).map(({ name }) => name);
        return [...repeated(names), ...names.filter((name) => !/^[A-Za-z][A-Za-z_]*$/.test(name))];
      }),
  },
  {
    id: 'IM-20',
    says: 'one slot name has one type in all intents',
    breaches: (given) =>
      [...Map.groupBy(everySlot(given), ({ slot }) => slot.name)]
        .filter(([, uses]) => new Set(uses.map(({ slot }) => slot.type)).size > 1)
        .map(([name]) => name),
  },
  {
    id: 'IM-21',
    says: 'a slot type is one of ours or one that Amazon has in en-GB',
    breaches: (given) => {
      const own = new Set(typesOf(given).map(({ name }) => name));
      return everySlot(given)
        .filter(({ slot }) => !own.has(slot.type) && !EN_GB_SLOT_TYPES.has(slot.type))
        .map(({ intent, slot }) => `${intent.name}.${slot.name}: ${slot.type}`);
    },
  },
  {
    id: 'IM-22',
    says: 'AMAZON.LITERAL is nowhere',
    breaches: (given) =>
      everySlot(given)
        .filter(({ slot }) => slot.type === 'AMAZON.LITERAL')
        .map(({ intent }) => intent.name),
  },
  {
    id: 'IM-32',
    says: 'a slot in a sample is declared in that intent',
    breaches: (given) =>
      allSamplesWhere(given, (sample, intent) =>
        slotNamesIn(sample).some((name) => !slotsOf(intent).some((slot) => slot.name === name)),
      ),
  },
  {
    id: 'IM-33',
    says: 'a declared slot is used in a sample or elicited by the dialogue',
    breaches: (given) =>
      everySlot(given)
        .filter(({ intent, slot }) => {
          const isUsed = samplesOf(intent).some((sample) => slotNamesIn(sample).includes(slot.name));
          return !isUsed && !isElicited(given, intent, slot.name);
        })
        .map(({ intent, slot }) => `${intent.name}.${slot.name}`),
  },
  {
    id: 'IM-34',
    says: 'a slot stands at most once in a sample',
    breaches: (given) => allSamplesWhere(given, (sample) => repeated(slotNamesIn(sample)).length > 0),
  },
  {
    id: 'IM-35',
    says: 'braces are balanced and hold nothing but a slot name',
    breaches: (given) =>
      allSamplesWhere(given, (sample) => /[{}|]/.test(sample.replace(/\{[A-Za-z][A-Za-z_]*\}/g, ''))),
  },
  {
    id: 'IM-37',
    says: 'a slot for free text has words around it',
    breaches: (given) =>
      intentSamplesWhere(
        given,
        (sample, intent) => typesIn(sample, intent).includes(PHRASE_TYPE) && isOnlySlots(sample),
      ),
  },
  {
    id: 'IM-38',
    says: 'a slot for free text is the only slot of its sample',
    breaches: (given) =>
      allSamplesWhere(
        given,
        (sample, intent) => typesIn(sample, intent).includes(PHRASE_TYPE) && slotNamesIn(sample).length > 1,
      ),
  },
  {
    id: 'IM-39',
    says: 'a sample that is only a slot stands only where the dialogue elicits that slot',
    breaches: (given) =>
      intentSamplesWhere(
        given,
        (sample, intent) =>
          isOnlySlots(sample) && !slotNamesIn(sample).every((name) => isElicited(given, intent, name)),
      ),
  },
  {
    id: 'IM-40',
    says: 'two slots have a word between them',
    breaches: (given) => allSamplesWhere(given, (sample) => /\}\s*\{/.test(sample)),
  },
  {
    id: 'IM-57',
    says: 'a slot for free text takes one value',
    breaches: (given) =>
      everySlot(given)
        .filter(({ slot }) => slot.type === PHRASE_TYPE && slot.multipleValues?.enabled === true)
        .map(({ intent, slot }) => `${intent.name}.${slot.name}`),
  },
];
