import type { Alert } from '../../../lambda/core/alerts/alert.ts';
import type { Member } from '../../../lambda/core/alerts/audience.ts';
import { refreshMember } from '../../../lambda/core/alerts/refresh-member.ts';
import type { AlertTemplate } from '../../../lambda/core/alerts/template.ts';
import type { Officer, OfficerRight } from '../../../lambda/core/people/officer.ts';
import { alertStates } from '../../support/alert-states.ts';
import { type Visitor, visitor } from './visitor.ts';
import { aHome, anEcho, aResident, aWorld, type World } from './world.ts';

const officer = (id: string, name: string, ...rights: readonly OfficerRight[]): Officer => ({
  council: 'harbour',
  id: `officer-${id}`,
  name,
  rights,
});

/** Who writes, who decides, who may do both, who only looks, who may do nothing here. */
export const OFFICERS = {
  tom: officer('tom', 'Tom Okafor', 'see', 'write-alerts'),
  wanda: officer('wanda', 'Wanda Price', 'see', 'write-alerts'),
  helen: officer('helen', 'Helen Marsh', 'see', 'approve-alerts'),
  hugo: officer('hugo', 'Hugo Lane', 'approve-alerts'),
  both: officer('both', 'Beth Both', 'see', 'write-alerts', 'approve-alerts'),
  omar: officer('omar', 'Omar Reid', 'see'),
  mina: officer('mina', 'Mina Rao', 'manage'),
} as const;

export type Who = keyof typeof OFFICERS;

export const FLOOD_TEMPLATE: AlertTemplate = {
  council: 'harbour',
  id: 'flood',
  name: 'Flood',
  words: { title: 'Flood in ((place))', text: 'The river may flood ((place)) from ((time)). Stay in.' },
  correction: { title: 'No flood in ((place))', text: 'There is no flood in ((place)). You can go out.' },
  handling: 'urgent',
};

const padded = (n: number): string => String(n).padStart(4, '0');

/** So many practice Residents more, half in the north, with Echos and Screens of each kind in turn. */
export const practiceResidents = async ({ stores }: World, count: number): Promise<void> => {
  const kinds = [
    { managed: 1, chiming: 0, silent: 0 },
    { managed: 0, chiming: 1, silent: 0 },
    { managed: 0, chiming: 0, silent: 1 },
    { managed: 0, chiming: 0, silent: 0 },
  ];
  await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const [id, homeId] = [`res-p${padded(n)}`, `home-p${padded(n)}`];
      const resident = aResident({ id, homeId, fullName: `Sample ${padded(n)}`, isPractice: true });
      await stores.residents.save({ value: resident, version: 0 });
      const home = aHome({ id: homeId, residents: [id], label: `${n + 1} Practice Row` });
      await stores.homes.save({ value: home, version: 0 });
      const member: Member = {
        council: 'harbour',
        residentId: id,
        homeId,
        isPractice: true,
        standing: 'may-be-told',
        area: n % 2 === 0 ? 'north' : 'south',
        groups: n % 5 === 0 ? ['lunch-club'] : [],
        languages: n % 4 === 0 ? ['en', 'cy'] : ['en'],
        echos: kinds[n % kinds.length] ?? { managed: 0, chiming: 0, silent: 0 },
        screens: n % 4 === 3 && n % 8 !== 7 ? 1 : 0,
        quietHours: n % 10 === 1 ? { from: '08:00', to: '12:00' } : { from: '22:00', to: '07:00' },
      };
      await stores.members.save(member);
    }),
  );
};

/** Harbour with its Officers, three live Residents as Members, a template, and an alert of Inland that nobody here may see. */
export const anAlertWorld = async (options: Parameters<typeof aWorld>[0] = {}, world?: World) => {
  const place = world ?? (await aWorld(options));
  const { stores, time } = place;
  for (const one of Object.values(OFFICERS)) await stores.officers.save(one);
  await stores.templates.save(FLOOD_TEMPLATE);
  const echo = anEcho({ hash: 'echo-practice', homeId: 'home-practice', residents: ['res-practice'] });
  await stores.echos.save({ value: echo, version: 0 });
  for (const id of ['res-margaret', 'res-bill', 'res-vera']) await refreshMember(stores)('harbour', id);
  const clock = () => time.now;
  const states = alertStates({ stores, clock, writer: OFFICERS.tom, approver: OFFICERS.helen });
  const as = async (who: Who): Promise<Visitor> => {
    const visit = visitor(place);
    await visit.signIn('officer', OFFICERS[who].id);
    return visit;
  };
  return { ...place, states, as };
};

export type AlertWorld = Awaited<ReturnType<typeof anAlertWorld>>;

export const pageOf = ({ content, id }: Alert): string => `/console/alerts/${content.mode}/${id}`;
