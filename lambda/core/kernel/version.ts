/** Where a value was read from the table: 0 if it was never stored. Conditional writes carry it back. */
export type Versioned<T> = { readonly value: T; readonly version: number };

/** What a conditional write came to. `conflict`: somebody else wrote first; read again and decide again. */
export type Saved = { readonly kind: 'saved'; readonly version: number } | { readonly kind: 'conflict' };
