/** What a key of a keyboard or a remote control means here. */
export type Key = 'ok' | 'back' | 'left' | 'right' | 'up' | 'down';

const BY_NAME: Readonly<Record<string, Key>> = {
  Enter: 'ok',
  ' ': 'ok',
  Spacebar: 'ok',
  Select: 'ok',
  Accept: 'ok',
  Escape: 'back',
  Esc: 'back',
  Backspace: 'back',
  GoBack: 'back',
  BrowserBack: 'back',
  XF86Back: 'back',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Left: 'left',
  Right: 'right',
  Up: 'up',
  Down: 'down',
};

/** Remote controls whose keys have no name: Android TV (23, 4), LG webOS (461), Samsung Tizen (10009), HbbTV (461). */
const BY_CODE: Readonly<Record<number, Key>> = { 13: 'ok', 23: 'ok', 32: 'ok', 4: 'back', 461: 'back', 10009: 'back' };

export const keyOf = (pressed: { readonly key: string; readonly keyCode: number }): Key | undefined =>
  BY_NAME[pressed.key] ?? BY_CODE[pressed.keyCode];
