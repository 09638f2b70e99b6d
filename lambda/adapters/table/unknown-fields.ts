/** Under this a value carries, unseen, what its row holds besides what this release knows. Spreading a value takes it along; JSON leaves it out. */
const UNKNOWN: unique symbol = Symbol('fields of another release');

const isRecord = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Makes a value that was parsed carry the fields of its row that its schema does not know, at every depth. A release that is older than a row then
 * writes back what it could not read (C24): a deployment runs both for a minute, and going back must lose nothing.
 */
export const carryUnknown = (row: unknown, parsed: unknown): void => {
  if (row === parsed) return;
  if (Array.isArray(row) && Array.isArray(parsed)) {
    // Entries that were taken out or put in have moved the others: nobody can say which is which.
    if (row.length === parsed.length) for (const [at, inside] of parsed.entries()) carryUnknown(row[at], inside);
    return;
  }
  if (!isRecord(row) || !isRecord(parsed)) return;
  const extra = Object.entries(row).filter(([name]) => !Object.hasOwn(parsed, name));
  if (extra.length > 0) Object.assign(parsed, { [UNKNOWN]: Object.fromEntries(extra) });
  for (const [name, inside] of Object.entries(parsed)) carryUnknown(row[name], inside);
};

/** The value with what it carries, as it is to be written. What is set now goes before what stood there. */
export const withUnknown = (value: unknown): unknown =>
  isRecord(value) && isRecord(value[UNKNOWN]) ? { ...value[UNKNOWN], ...value } : value;
