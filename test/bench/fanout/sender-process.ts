import { runSender } from './sender.ts';

/** The sender in a process of its own, so that its memory is its own: `people`, bells at once, and where the Alexa is. */
const [people, bells, url = ''] = process.argv.slice(2);
process.send?.(await runSender(Number(people), Number(bells), url));
process.disconnect();
