/** What a store throws for a row that stands there and cannot be read. It holds nothing of the row. */
export const unreadableRow = (): Error => Object.assign(new Error('a row cannot be read'), { name: 'UnreadableRow' });

/** What `read` gives, or `otherwise` for a row that cannot be read; any other fault is thrown. */
export const unlessUnreadable = async <T, O>(read: Promise<T>, otherwise: () => O | Promise<O>): Promise<T | O> => {
  try {
    return await read;
  } catch (fault) {
    if (fault instanceof Error && fault.name === 'UnreadableRow') return otherwise();
    throw fault;
  }
};
