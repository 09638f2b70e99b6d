import type { Brand } from './brand.ts';

const titled = (name: string): string => name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

/** What is asked of the skill on its page in the shop: three different things, each a sample of the model (certification F-01 to F-03). */
export const examplePhrases = ({ invocationName }: Brand): readonly string[] => [
  `Alexa, open ${titled(invocationName)}`,
  `Alexa, ask ${titled(invocationName)} who is coming tomorrow`,
  `Alexa, ask ${titled(invocationName)} what reminders have i got today`,
];

/** One sentence, 160 characters at most. */
export const summary = ({ councilName }: Brand): string =>
  `Ask who is coming today, hear your reminders and messages from ${councilName}, and ask to be rung back.`;

/** What the skill does, who may use it, what it needs and what it is not (certification F-05, P-09, D-03). */
export const description = (brand: Brand): string => {
  const [open, visits, reminders] = examplePhrases(brand);
  return [
    `${brand.skillName} is for people who draw on adult social care from ${brand.councilName}, and for those who care for them.`,
    `"${visits}" tells you who is coming and when. "${reminders}" reads your reminders, and you can say when one is done.`,
    '"What messages have I got" reads messages from the council. "Somebody ring me" asks for a call back. You can ask what the council has written about help at home, equipment, respite and more.',
    `To use it, the council sets it up with you at home and pairs your Echo. It costs nothing. Say "${open}" to begin.`,
    'If you agree, it sets reminders on your Echo and lets you know when there is a message. Both can be turned off in the Alexa app, and it works without them. A reminder or a message may not arrive, so nothing important should depend on it.',
    ...(brand.hasWidget
      ? ['On an Echo Show you can add its widget, which shows urgent messages for everybody and nothing private.']
      : []),
    'It keeps your name, your visits, your reminders and what you asked for, as its privacy notice says. It does not collect anything about your health, and it gives no medical advice.',
    'It is not an emergency service and nobody listens in. In an emergency, ring 999. For advice about your health, ring 111 or your GP.',
  ].join('\n\n');
};

/** How Amazon's testers reach every part of it (certification N-06, F-09). */
export const testingInstructions = ({ councilName, contact, invocationName }: Brand): string =>
  [
    `The skill answers residents of ${councilName} whose Echo the council has paired. Write to ${contact}: a test resident, a sign-in to the council's pages and an open set-up visit are made ready for you.`,
    `1. Pairing: say "open ${invocationName}", then "yes" when asked whether you have a code, and read the eight digits from the set-up page. The Echo says two words; choose the same two on the page.`,
    `2. Reminders: as the test carer, set a reminder on the council's page. Say "open ${invocationName}"; it states the time, the days and the words, and sets it only after your "yes". It then says again what was set. Say "what reminders have i got" to hear them; take one away on the page.`,
    '3. Notifications: turn them on in the Alexa app (the skill sends the card). As the test carer, move a visit: the Echo chimes. "Alexa, read my notifications" reads it.',
    '4. Everything works without either permission, and on a device without a screen.',
    'Devices: any Echo, Echo Show, or Fire TV with the language English (UK). No PIN is used. The skill does not reach any emergency service.',
  ].join('\n');

export const KEYWORDS = [
  'social care',
  'council',
  'care at home',
  'home visits',
  'carers',
  'reminders',
  'older people',
];
