import type { CouncilParameters } from './council-parameters.ts';

/** What every name begins with: one council and one stage can stand beside others in one account. */
export const prefixOf = ({ council, stage }: Pick<CouncilParameters, 'council' | 'stage'>): string =>
  `bellbird-${council}-${stage}`;
