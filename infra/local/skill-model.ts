import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The skill's id on this machine, and its name in the virtual shop. */
export const LOCAL_SKILL_ID = 'amzn1.ask.skill.bellbird-local';
export const SKILL_NAME = 'Bell Bird';

/** The interaction model that Amazon would be given, as text. */
export const readModelText = (): Promise<string> =>
  readFile(join(import.meta.dirname, '../../interaction-models/en-GB.json'), 'utf8');
