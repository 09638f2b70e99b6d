import { switchService } from './switch-service.ts';

const { isDone, says } = await switchService(process.argv.slice(2), () => Date.now());
(isDone ? process.stdout : process.stderr).write(`${says}\n`);
process.exitCode = isDone ? 0 : 1;
