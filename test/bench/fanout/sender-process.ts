import { runSender } from './sender.ts';

/** The sender in a process of its own, so that its memory is its own: people, bells at once, requests of raw sockets under way, and where the Alexa is. */
const [people, bellsAtOnce, inFlight, url = ''] = process.argv.slice(2);
process.send?.(
  await runSender({ people: Number(people), bellsAtOnce: Number(bellsAtOnce), inFlight: Number(inFlight), url }),
);
process.disconnect();
