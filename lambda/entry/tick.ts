import { openReferralDirectory } from '../adapters/open-referral/open-referral-directory.ts';
import { wireTick } from '../wiring/tick.ts';
import { awsBell, awsEdges } from './aws-edges.ts';
import { settingsOf } from './settings.ts';

let run: ReturnType<typeof wireTick> | undefined;

/** Called by AWS once a minute. */
export const handler = async (): Promise<void> => {
  const settings = settingsOf('tick');
  run ??= wireTick({
    ...awsEdges(settings),
    bell: awsBell(settings),
    council: settings.COUNCIL,
    dispatchEpoch: settings.DISPATCH_EPOCH,
    directory: settings.DIRECTORY_URL === 'none' ? undefined : openReferralDirectory(settings.DIRECTORY_URL),
  });
  const { failedShards } = await run();
  if (failedShards > 0) throw new Error(`${failedShards} shards could not be read`);
};
