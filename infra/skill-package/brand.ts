import { parseArgs } from 'node:util';
import { invocationNameFaults } from './invocation-name.ts';

/** What makes the skill one council's. */
export type Brand = {
  readonly councilName: string;
  readonly skillName: string;
  readonly invocationName: string;
  /** The skill's Lambda: one function takes the requests and the events. */
  readonly lambdaArn: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  /** Where Amazon's testers ask for a pairing code. */
  readonly contact: string;
  /** Whether the widget for an Echo Show is part of the skill. */
  readonly hasWidget: boolean;
  /** Whether the samples with health words are in the model: only once Amazon and the council have agreed (docs/decisions/0021). */
  readonly hasHealthWords: boolean;
};

export type BrandGiven =
  | { readonly kind: 'brand'; readonly brand: Brand }
  | { readonly kind: 'refused'; readonly faults: readonly string[] };

const OPTIONS = {
  'council-name': { type: 'string' },
  'skill-name': { type: 'string' },
  'invocation-name': { type: 'string' },
  'lambda-arn': { type: 'string' },
  'privacy-url': { type: 'string' },
  'terms-url': { type: 'string' },
  contact: { type: 'string' },
} as const;

/** Asked for by name: a widget in the shop must be kept filled, and health words must have been agreed to. */
const SWITCHES = { widget: { type: 'boolean' }, 'health-words': { type: 'boolean' } } as const;

type Option = keyof typeof OPTIONS;

export const USAGE = `npm run skill-package -- ${Object.keys(OPTIONS)
  .map((name) => `--${name} "…"`)
  .join(' ')} [--widget] [--health-words]`;

/** Devices in the United Kingdom call Lambda in Ireland (Amazon, "Host a Custom Skill as an AWS Lambda Function"). */
const ARN = /^arn:aws:lambda:eu-west-1:\d{12}:function:[A-Za-z0-9_-]{1,64}(:[A-Za-z0-9_$-]{1,128})?$/;

/** Words that promise what Bellbird does not do (certification P-11), and Amazon's own (P-01). */
const NOT_IN_A_NAME =
  /\b(emergency|sos|alarm|life-?saving|fall detection|monitoring|rescue|alexa|amazon|echo|skill|nhs)\b/i;

const skillNameFaults = (name: string): readonly string[] => {
  const word = NOT_IN_A_NAME.exec(name)?.[0];
  return [
    ...(name.length < 2 || name.length > 50 ? ['--skill-name must have 2 to 50 characters.'] : []),
    ...(word === undefined ? [] : [`--skill-name may not have the word "${word}".`]),
  ];
};

const urlFaults = (option: Option, text: string): readonly string[] => {
  if (!URL.canParse(text)) return [`--${option} must be a whole address, such as https://www.harbour.example/privacy.`];
  const { protocol, hostname } = new URL(text);
  return [
    ...(protocol === 'https:' ? [] : [`--${option} must begin with https.`]),
    ...(/alexa|amazon|aws/i.test(hostname) ? [`--${option} may not have alexa, amazon or aws in its host.`] : []),
  ];
};

const faultsOf = (given: Readonly<Record<Option, string>>): readonly string[] => [
  ...(given['council-name'].length > 60 ? ['--council-name must have at most 60 characters.'] : []),
  ...skillNameFaults(given['skill-name']),
  ...invocationNameFaults(given['invocation-name']).map((fault) => `--invocation-name: ${fault}`),
  ...(ARN.test(given['lambda-arn'])
    ? []
    : ['--lambda-arn must name a Lambda function in eu-west-1, arn:aws:lambda:eu-west-1:…:function:….']),
  ...urlFaults('privacy-url', given['privacy-url']),
  ...urlFaults('terms-url', given['terms-url']),
  ...(/^\S+@\S+\.\S+$/.test(given.contact) ? [] : ['--contact must be an e-mail address.']),
];

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: { ...OPTIONS, ...SWITCHES }, strict: true }).values;
  } catch (error) {
    return error instanceof Error ? error.message : 'the options cannot be read';
  }
};

const OPTION_NAMES = Object.keys(OPTIONS).filter((name): name is Option => name in OPTIONS);

type Values = Partial<Record<Option, string>> & { readonly widget?: boolean; readonly 'health-words'?: boolean };

const hasAll = (values: Values): values is Values & Record<Option, string> =>
  OPTION_NAMES.every((name) => (values[name] ?? '').trim() !== '');

/** Reads the options of `npm run skill-package`. Everything that is wrong with them is told at once. */
export const brandFrom = (args: readonly string[]): BrandGiven => {
  const values = parsed(args);
  if (typeof values === 'string') return { kind: 'refused', faults: [values, USAGE] };
  if (!hasAll(values)) {
    const missing = OPTION_NAMES.filter((name) => (values[name] ?? '').trim() === '').map((name) => `--${name}`);
    return { kind: 'refused', faults: [`Still to be given: ${missing.join(', ')}.`, USAGE] };
  }
  const faults = faultsOf(values);
  if (faults.length > 0) return { kind: 'refused', faults };
  return {
    kind: 'brand',
    brand: {
      councilName: values['council-name'],
      skillName: values['skill-name'],
      invocationName: values['invocation-name'],
      lambdaArn: values['lambda-arn'],
      privacyUrl: values['privacy-url'],
      termsUrl: values['terms-url'],
      contact: values.contact,
      hasWidget: values.widget === true,
      hasHealthWords: values['health-words'] === true,
    },
  };
};
