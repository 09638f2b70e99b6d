import type { Echos } from './pairing.ts';

/** Ties an Echo to its account, when somebody speaks to one that was paired before that was known, and points from the one to the other. */
export const noteAccount =
  (needs: { readonly echos: Echos }) =>
  async (council: string, hash: string, account: string): Promise<void> => {
    const stored = await needs.echos.ofHash(council, hash, { strong: true });
    if (stored === undefined || stored.value.account === account) return;
    // A conflict means that somebody else is writing it: the next conversation finds it as it is.
    await needs.echos.save({ value: { ...stored.value, account }, version: stored.version });
  };
