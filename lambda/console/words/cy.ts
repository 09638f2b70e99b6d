import { about } from './cy/about.ts';
import { common } from './cy/common.ts';
import { delivery } from './cy/delivery.ts';
import { diary } from './cy/diary.ts';
import { officers } from './cy/officers.ts';
import { reminders } from './cy/reminders.ts';
import { residents } from './cy/residents.ts';
import { signIn } from './cy/sign-in.ts';
import { when } from './cy/when.ts';
import type { Words } from './en.ts';

/** The words of the pages in Welsh. */
export const cy: Words = { ...common, about, delivery, diary, officers, reminders, residents, signIn, when };
