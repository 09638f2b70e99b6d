import { keepAwake } from './awake.ts';
import { startScreen } from './start.ts';

startScreen(window);
keepAwake(window);
