/** The page is loaded anew at most this often; milliseconds. */
const SELDOM = 10 * 60_000;
const KEPT_AS = 'bellbird-renewed';

/**
 * A television is never switched off, so the page itself loads a newer one: only while it is idle, and seldom, so that two
 * versions side by side do not send it round in circles.
 */
export const renewal =
  (win: Window, own: string) =>
  (version: string, viewKind: string): void => {
    if (version === own || viewKind !== 'idle') return;
    const last = Number(win.sessionStorage.getItem(KEPT_AS) ?? 0);
    if (Date.now() - last < SELDOM) return;
    win.sessionStorage.setItem(KEPT_AS, String(Date.now()));
    win.location.reload();
  };
