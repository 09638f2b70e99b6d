/** The options for the invented council's skill. */
export const OPTIONS: Readonly<Record<string, string>> = {
  'council-name': 'Harbour County Council',
  'skill-name': 'Bell Bird',
  'invocation-name': 'bell bird',
  'lambda-arn': 'arn:aws:lambda:eu-west-1:111122223333:function:bellbird-skill',
  'privacy-url': 'https://www.harbour.example/privacy',
  'terms-url': 'https://www.harbour.example/terms',
  contact: 'care@harbour.example',
};

/** The command line for them, with some changed or (undefined) left out. */
export const argsWith = (changed: Readonly<Record<string, string | undefined>> = {}): readonly string[] =>
  Object.entries({ ...OPTIONS, ...changed }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
