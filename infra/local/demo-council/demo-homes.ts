import type { DemoHome } from './demo-home.ts';
import { PRACTICE_HOMES } from './practice-flat.ts';
import { GANNET_BAY } from './residents-gannet-bay.ts';
import { LANTERNHAM } from './residents-lanternham.ts';
import { PORT_HAVEN } from './residents-port-haven.ts';
import { SALTMERE } from './residents-saltmere.ts';
import { UPPER_TIDEWELL } from './residents-upper-tidewell.ts';
import { WRACKFORD } from './residents-wrackford.ts';

const inArea = (area: string, homes: readonly DemoHome[]): readonly DemoHome[] =>
  homes.map((home) => ({ ...home, area }));

/** The Homes of the invented Harbour County, by area, and those for practice. */
export const DEMO_HOMES: readonly DemoHome[] = [
  ...inArea('port-haven', PORT_HAVEN),
  ...inArea('saltmere', SALTMERE),
  ...inArea('gannet-bay', GANNET_BAY),
  ...inArea('wrackford', WRACKFORD),
  ...inArea('lanternham', LANTERNHAM),
  ...inArea('upper-tidewell', UPPER_TIDEWELL),
  ...PRACTICE_HOMES,
];

/**
 * Whom the front page and `npm run ask` begin with: an Echo Show that the property manages, three Visits every day, an
 * appointment this week, two Reminders, and a Home where names may be said aloud.
 */
export const DEFAULT_RESIDENT = 'rosa-bennett';
