import nunjucks from 'nunjucks/browser/nunjucks.js';
import type { PackedPages } from './packed.ts';

/** Fills a template; every value is escaped as HTML unless the template says that it is markup. */
export type FillTemplate = (name: string, values: object) => string;

const folderOf = (name: string): readonly string[] => name.split('/').slice(0, -1);

/** GOV.UK Frontend's templates name one another from where they stand: `../../macros/attributes.njk`. */
const resolved = (from: string, to: string): string => {
  const path = [...folderOf(from)];
  for (const step of to.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
};

/** Reads templates from the packed console; nothing is read from disk. */
export const templatesOf = ({ templates }: PackedPages): FillTemplate => {
  const loader = {
    getSource: (name: string) => {
      const src = templates[name];
      if (src === undefined) throw new Error(`template ${name} is not packed`);
      return { src, path: name, noCache: false };
    },
    isRelative: (name: string) => name.startsWith('.'),
    resolve: resolved,
  };
  const environment = new nunjucks.Environment(loader, { autoescape: true });
  return (name, values) => environment.render(`${name}.njk`, values);
};
