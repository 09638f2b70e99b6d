import { alexaReminders } from '../adapters/alexa/echo-reminders.ts';
import { accountHasher, echoHasher, idSealer } from '../adapters/secrets/echo-ids.ts';
import { pairingSecrets } from '../adapters/secrets/pairing-secrets.ts';
import { wireSkill } from '../wiring/skill.ts';
import { awsBell, awsEdges } from './aws-edges.ts';
import { settingsOf } from './settings.ts';

const wire = () => {
  const settings = settingsOf('skill');
  const { COUNCIL: council, SKILL_ID: skillId, HASH_KEY, SEAL_KEY } = settings;
  const ids = { hashEcho: echoHasher(HASH_KEY), hashAccount: accountHasher(HASH_KEY), sealIds: idSealer(SEAL_KEY) };
  const edges = { ...awsEdges(settings), bell: awsBell(settings) };
  const echoReminders = alexaReminders({ apiUrl: settings.ALEXA_API_URL, clock: edges.clock });
  return wireSkill({ ...edges, ...ids, echoReminders, pairingSecrets: pairingSecrets(HASH_KEY), council, skillId });
};

let skill: ReturnType<typeof wire> | undefined;

/** Called by Alexa with a request envelope. */
export const handler = async (event: unknown) => {
  skill ??= wire();
  return skill(event);
};
