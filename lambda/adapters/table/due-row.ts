import { DELIVERY, mirrorKey, REMINDER } from './keys.ts';
import { HOME_MIRROR } from './keys-of-home-mirror.ts';
import type { Key } from './table.ts';

type DueRow =
  | { readonly kind: 'reminder'; readonly council: string; readonly residentId: string; readonly id: string }
  | { readonly kind: 'delivery'; readonly council: string; readonly residentId: string; readonly id: string }
  | { readonly kind: 'mirror'; readonly council: string; readonly residentId: string; readonly id: string }
  | { readonly kind: 'alert' | 'home-mirror'; readonly council: string; readonly id: string };

const dueAlertOf = (key: Key): DueRow | undefined => {
  const [, council, alert] = /^C#([^#]+)#ALERT#([^#]+)$/.exec(key.pk) ?? [];
  if (council === undefined || alert === undefined || key.sk !== 'ALERT') return undefined;
  return { kind: 'alert', council, id: alert };
};

const dueHomeOf = (key: Key): DueRow | undefined => {
  const [, council, home] = /^C#([^#]+)#HOME#([^#]+)$/.exec(key.pk) ?? [];
  if (council === undefined || home === undefined || key.sk !== HOME_MIRROR) return dueAlertOf(key);
  return { kind: 'home-mirror', council, id: home };
};

/** What a key in the due index names, or undefined for a row of no known kind. */
export const dueOf = (key: Key): DueRow | undefined => {
  const [, council, resident] = /^C#([^#]+)#RES#([^#]+)$/.exec(key.pk) ?? [];
  if (council === undefined || resident === undefined) return dueHomeOf(key);
  if (key.sk.startsWith(REMINDER))
    return { kind: 'reminder', council, residentId: resident, id: key.sk.slice(REMINDER.length) };
  if (key.sk.startsWith(DELIVERY))
    return { kind: 'delivery', council, residentId: resident, id: key.sk.slice(DELIVERY.length) };
  if (key.sk === mirrorKey(council, resident).sk)
    return { kind: 'mirror', council, residentId: resident, id: resident };
  return undefined;
};
