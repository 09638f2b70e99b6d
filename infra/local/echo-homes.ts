import type { DemoEcho } from './demo-council/demo-echos.ts';
import type { DemoHome } from './demo-council/demo-home.ts';
import { DEFAULT_RESIDENT, DEMO_HOMES } from './demo-council/demo-homes.ts';
import type { EchoHome } from './echo-page/page-html.ts';

const LEVELS = {
  open: 'Names and times may be said aloud here.',
  'ask-first': 'It asks before it reads anything aloud.',
  closed: 'Only counts are said aloud here.',
} as const;

const names = (home: DemoHome): string => home.residents.map((resident) => resident.fullName).join(' and ');

const homeOf = (echo: DemoEcho): DemoHome | undefined => DEMO_HOMES.find((home) => home.id === echo.homeId);

const isDefault = (echo: DemoEcho): boolean =>
  homeOf(echo)?.residents.some((resident) => resident.id === DEFAULT_RESIDENT) ?? false;

const described = (echo: DemoEcho): EchoHome => {
  const home = homeOf(echo);
  if (home === undefined)
    return { echoId: echo.echoId, label: echo.label, homeNote: 'This Echo is not paired to anybody.' };
  const [, room = echo.label] = echo.label.split(': ');
  return {
    echoId: echo.echoId,
    label: `${names(home)}: ${room}`,
    homeNote: `${home.label}. ${LEVELS[home.speakingLevel]}`,
  };
};

/** The Echos to choose from: the friendly first one, then all others by the names of who lives there, unpaired ones last. */
export const echoHomes = (echos: readonly DemoEcho[]): readonly EchoHome[] => {
  const [first] = echos.filter(isDefault);
  const rank = (echo: DemoEcho): number => (echo === first ? 0 : homeOf(echo) === undefined ? 2 : 1);
  return [...echos]
    .sort((a, b) => rank(a) - rank(b) || described(a).label.localeCompare(described(b).label, 'en-GB'))
    .map(described);
};
