import type { CareStores } from './care-stores.ts';

/** Asks the table for its time when nothing has been heard of it lately, so that a cold start does not turn its first bell away. */
export const skewAsked =
  (
    stores: CareStores,
    edges: { readonly clockSkew: () => number | undefined; readonly council: string },
  ): (() => Promise<number | undefined>) =>
  async () => {
    const known = edges.clockSkew();
    if (known !== undefined) return known;
    await stores.councils.ofId(edges.council);
    return edges.clockSkew();
  };
