/** The name of the words that answer an act, or `undefined` where the next answer of the door tells what stands. */
export type Said = 'noted' | 'kept' | 'notSaved' | undefined;

/** After OK on a Card. Only an outcome that says so is thanked for; one that is not known is taken for a failure. */
export const saidToAcknowledge = (outcome: string): Said => {
  switch (outcome) {
    case 'acknowledged':
    case 'already-acknowledged':
      return 'noted';
    case 'kept':
      return 'kept';
    case 'not-shown-here':
    case 'no-such-delivery':
    case 'no-longer-open':
      return undefined;
    default:
      return 'notSaved';
  }
};

/** After OK on the two words: the next answer of the door shows every outcome but that it did not work. */
export const saidToConfirm = (outcome: string): Said => (outcome === 'try-again' ? 'notSaved' : undefined);
