/** The letters and digits of a key that one of our own forms carries. */
const KEY = /^[A-Za-z0-9_-]{16,128}$/;

export const isFormKey = (key: string): boolean => KEY.test(key);

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The id of what a form makes: the same for every sending of it, so that a double click or the browser's retry makes one
 * thing (C02). It is a digest (SHA-256, 160 bits of it) of whom it is for, who sent it and the form's own key, so nobody can choose an id.
 */
export const idOfForm = async (...parts: readonly string[]): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parts)))).slice(0, 40);
