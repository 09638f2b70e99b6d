/** How to reach somebody: a UK mobile number (E.164: `+447700900123`), an e-mail address, or both. */
export type Contact = { readonly text?: string; readonly email?: string };

/**
 * UK mobile numbers: 07 and nine more digits. 070 are personal numbers and 076 pagers, but 07624 is the Isle of Man
 * (Ofcom, "National Telephone Numbering Plan").
 */
const UK_MOBILE = /^7(?!0)(?!6(?!24))\d{9}$/;

/** Reads a UK mobile number as people type it (07700 900123, +44 7700 900123, 0044…); undefined when it is none. E.164. */
export const readUkMobile = (typed: string): string | undefined => {
  const digits = typed.replace(/[\s().-]/g, '');
  const national = digits.replace(/^(?:\+44|0044|44)?0?/, '');
  return UK_MOBILE.test(national) ? `+44${national}` : undefined;
};

/** A UK mobile number as people write it: `07700 900123`. */
export const writtenMobile = (number: string): string => number.replace(/^\+44(\d{4})(\d+)$/, '0$1 $2');

/** Which ways there are, without the number or the address: what an audit entry holds. */
export const waysOf = (contact: Contact = {}): readonly ('text' | 'email')[] => [
  ...(contact.text === undefined ? [] : (['text'] as const)),
  ...(contact.email === undefined ? [] : (['email'] as const)),
];

export const isSameContact = (one: Contact = {}, other: Contact = {}): boolean =>
  one.text === other.text && one.email === other.email;
