/** A burst of changes is told once, this many milliseconds after its first. */
const TOGETHER = 150;
/** What time alone changes ("No reply yet") is told at least this often. */
const AT_LEAST_EVERY = 20_000;

/**
 * Reads a state and sends it: at once, soon after each change, and every twenty seconds. One reading at a time, so that an
 * older state is never sent after a newer one.
 */
export const sendState = <S>(
  read: () => Promise<S>,
  send: (state: S) => void,
  onFault: (fault: unknown) => void,
): { readonly changed: () => void; readonly stop: () => void } => {
  let timer: NodeJS.Timeout | undefined;
  let isReading = false;
  let isStale = false;
  let isOver = false;

  const now = async (): Promise<void> => {
    timer = undefined;
    isReading = true;
    isStale = false;
    try {
      const state = await read();
      if (!isOver) send(state);
    } catch (fault) {
      onFault(fault);
    }
    isReading = false;
    if (isStale) changed();
  };

  const changed = (): void => {
    isStale = true;
    if (!isReading && !isOver) timer ??= setTimeout(() => void now(), TOGETHER);
  };

  const often = setInterval(changed, AT_LEAST_EVERY);
  void now();
  return {
    changed,
    stop: () => {
      isOver = true;
      clearTimeout(timer);
      clearInterval(often);
    },
  };
};
