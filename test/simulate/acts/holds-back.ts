import { MINUTE, SECOND } from '../../../lambda/core/kernel/clock.ts';
import { PAUSES, type Paused } from '../../../lambda/core/people/sending.ts';
import { switchCouncilSending, switchMark } from '../../../lambda/core/people/switch-sending.ts';
import { anOfficer } from '../../support/builders/people.ts';
import { HARBOUR } from '../people/county.ts';
import type { Parts, Person } from './person.ts';

const MANAGER = anOfficer({ id: 'olga', rights: ['manage'] });

/** Opens the page, then turns the switch, and again as long as no answer comes: it may not be left as nobody wants it. */
const turns = async ({ run }: Parts, olga: Person, paused: Paused): Promise<void> => {
  for (;;) {
    const seen = await olga.asks('opens the page of the switch', async ({ switches }) =>
      switchMark((await switches.of({ council: HARBOUR }))?.value),
    );
    const came =
      seen === 'no-answer'
        ? seen
        : await olga.asks(`switches: ${paused}`, (needs) =>
            switchCouncilSending(needs)(MANAGER, { paused, reason: 'A fault', seen }),
          );
    if (came !== 'no-answer' && came.kind !== 'changed-meanwhile') return;
    await olga.waits(run.chance.between(1, 10) * SECOND);
  }
};

/** An Officer holds back sending for a few minutes (D52), and lets it go on. */
export const holdsBack = async (parts: Parts, person: (name: string) => Person): Promise<void> => {
  const { chance } = parts.run;
  const olga = person('Olga');
  await olga.waits(chance.between(0, 12 * MINUTE));
  await turns(parts, olga, chance.oneOf(PAUSES.filter((one) => one !== 'nothing')));
  await olga.waits(chance.between(20, 240) * SECOND);
  await turns(parts, olga, 'nothing');
};
