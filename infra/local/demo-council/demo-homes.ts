import type { DemoHome } from './demo-home.ts';
import { GANNET_BAY } from './residents-gannet-bay.ts';
import { LANTERNHAM } from './residents-lanternham.ts';
import { PORT_HAVEN } from './residents-port-haven.ts';
import { SALTMERE } from './residents-saltmere.ts';
import { UPPER_TIDEWELL } from './residents-upper-tidewell.ts';
import { WRACKFORD } from './residents-wrackford.ts';

/** The Homes of the invented Harbour County, by area. */
export const DEMO_HOMES: readonly DemoHome[] = [
  ...PORT_HAVEN,
  ...SALTMERE,
  ...GANNET_BAY,
  ...WRACKFORD,
  ...LANTERNHAM,
  ...UPPER_TIDEWELL,
];

/**
 * Whom the front page and `npm run ask` begin with: an Echo Show that the property manages, three Visits every day, an
 * appointment this week, two Reminders, and a Home where names may be said aloud.
 */
export const DEFAULT_RESIDENT = 'rosa-bennett';
