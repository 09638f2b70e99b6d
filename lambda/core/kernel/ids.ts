/** Gives a fresh id that has never been given before and holds no `#` or `/`. Handed in; tests count. */
export type NewId = () => string;

const ID = /^[A-Za-z0-9_~.:-]{1,128}$/;

/** Whether a string from outside may stand in a key: no `#`, no `/`, no space, 1 to 128 characters. */
export const isId = (text: string): boolean => ID.test(text);
