import { about } from './en/about.ts';
import { common } from './en/common.ts';
import { delivery } from './en/delivery.ts';
import { diary } from './en/diary.ts';
import { officers } from './en/officers.ts';
import { reminders } from './en/reminders.ts';
import { residents } from './en/residents.ts';
import { signIn } from './en/sign-in.ts';
import { when } from './en/when.ts';

/** The words of the pages in English. What stands here stands in every language. */
export const en = { ...common, about, delivery, diary, officers, reminders, residents, signIn, when };

/** The catalogue every language fills. */
export type Words = typeof en;
