import type { ConsoleNeeds } from '../console-needs.ts';

/** What the use cases of Alerts need, from what the console is given. */
export const alertNeeds = (needs: ConsoleNeeds) => ({ ...needs, newId: needs.newToken });
