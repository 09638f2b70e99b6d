// @ts-check
// One graph of modules, run in one go: both halves listen before the first event of their shared stream comes.
import './echo.js';
import './room.js';
