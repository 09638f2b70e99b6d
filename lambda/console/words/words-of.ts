import { cy } from './cy.ts';
import { en, type Words } from './en.ts';

/** The languages of the pages, each named in itself. */
export const LANGUAGES = { en: 'English', cy: 'Cymraeg' } as const;
export type Language = keyof typeof LANGUAGES;

export const isLanguage = (code: string | undefined): code is Language => code === 'en' || code === 'cy';

const CATALOGUES: Readonly<Record<Language, Words>> = { en, cy };

/** The catalogue of a language. */
export const wordsOf = (language: Language): Words => CATALOGUES[language];
