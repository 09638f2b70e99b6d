/** Asks the browser not to darken the screen, where it can be asked; it forgets whenever the page is not looked at. */
export const keepAwake = (win: Window): void => {
  const ask = (): void => {
    if (!('wakeLock' in win.navigator) || win.document.visibilityState !== 'visible') return;
    win.navigator.wakeLock.request('screen').catch(() => undefined);
  };
  win.document.addEventListener('visibilitychange', ask);
  ask();
};
