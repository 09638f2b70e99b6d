import { type Carry, memoryTable } from '../../lambda/adapters/memory/memory-table.ts';
import { countingIds } from '../support/counting-ids.ts';
import { tableContract } from './table-contract.ts';

tableContract('in memory', async () => {
  let lose = false;
  const leaky: Carry = async (effect) => {
    if (lose) {
      lose = false;
      effect(); // its answer is lost, so it is sent once more
    }
    return effect();
  };
  return {
    table: memoryTable({ newWriteId: countingIds('write'), carry: leaky }),
    loseNextAnswer: () => {
      lose = true;
    },
    close: async () => {},
  };
});
