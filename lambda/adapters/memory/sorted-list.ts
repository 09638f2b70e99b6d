/** Things kept in order, found by halving. `Place` is as much of a thing as its place depends on. */
export type SortedList<Place, Thing extends Place> = {
  readonly get: (place: Place) => Thing | undefined;
  /** Puts the thing in its place, instead of what stands there. */
  readonly set: (thing: Thing) => void;
  readonly drop: (place: Place) => void;
  /** How many stand before the first of which `isBefore` is false; it must be true of all before and of none after. */
  readonly countBefore: (isBefore: (thing: Thing) => boolean) => number;
  readonly slice: (start: number, end: number) => Thing[];
};

export const sortedList = <Place, Thing extends Place>(
  compare: (a: Place, b: Place) => number,
): SortedList<Place, Thing> => {
  const things: Thing[] = [];

  const countBefore = (isBefore: (thing: Thing) => boolean): number => {
    let low = 0;
    let high = things.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const thing = things[middle];
      if (thing !== undefined && isBefore(thing)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const find = (place: Place): { index: number; thing: Thing | undefined } => {
    const index = countBefore((thing) => compare(thing, place) < 0);
    const thing = things[index];
    return { index, thing: thing !== undefined && compare(thing, place) === 0 ? thing : undefined };
  };

  return {
    get: (place) => find(place).thing,
    set: (thing) => {
      const { index, thing: standing } = find(thing);
      if (standing === undefined) things.splice(index, 0, thing);
      else things[index] = thing;
    },
    drop: (place) => {
      const { index, thing } = find(place);
      if (thing !== undefined) things.splice(index, 1);
    },
    countBefore,
    slice: (start, end) => things.slice(start, end),
  };
};
