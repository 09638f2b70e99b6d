// `npm run build`: one CommonJS bundle per Lambda, in build/lambda/.
import { ready, run } from './ready.mjs';

run(ready(), ['scripts/build.ts', ...process.argv.slice(2)]);
