import { alexaReminders } from '../adapters/alexa/echo-reminders.ts';
import { accountHasher, echoHasher, idSealer } from '../adapters/secrets/echo-ids.ts';
import { pairingSecrets } from '../adapters/secrets/pairing-secrets.ts';
import { wiredOnce } from '../core/kernel/wired-once.ts';
import { wireSkill } from '../wiring/skill.ts';
import { openSettings } from './open-settings.ts';
import { skillEdges } from './skill-edges.ts';

const wire = async () => {
  const settings = await openSettings('skill');
  const { COUNCIL: council, SKILL_ID: skillId, HASH_KEY, SEAL_KEY } = settings;
  const ids = { hashEcho: echoHasher(HASH_KEY), hashAccount: accountHasher(HASH_KEY), sealIds: idSealer(SEAL_KEY) };
  const edges = skillEdges(settings);
  const echoReminders = alexaReminders({ apiUrl: settings.ALEXA_API_URL, clock: edges.clock });
  return wireSkill({ ...edges, ...ids, echoReminders, pairingSecrets: pairingSecrets(HASH_KEY), council, skillId });
};

const skill = wiredOnce(wire);

/** Called by Alexa with a request envelope. */
export const handler = async (event: unknown) => {
  return (await skill())(event);
};
