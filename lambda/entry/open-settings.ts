import { isSecretName, secretReader } from '../adapters/secrets-manager/read-secret.ts';
import { signedEdges } from './process-edges.ts';
import { endpointOf, type FunctionName, SETTINGS, type Settings, settingsOf } from './settings.ts';

/**
 * The settings of one function, each that names a secret replaced by what the secret holds: on AWS no key stands in the
 * function's configuration. Throws when one is missing or may not be read.
 */
export const openSettings = async <F extends FunctionName>(name: F): Promise<Settings<F>> => {
  const settings = settingsOf(name);
  const names: readonly (typeof SETTINGS)[F][number][] = SETTINGS[name];
  const secret = names.filter((one) => isSecretName(settings[one]));
  if (secret.length === 0) return settings;
  const { AWS_REGION = '' }: Readonly<Record<string, string>> = settings;
  const read = secretReader({ ...signedEdges(AWS_REGION), endpoint: endpointOf('SECRETS_MANAGER') });
  const values = await Promise.all(secret.map((one) => read(settings[one])));
  const opened: Record<(typeof SETTINGS)[F][number], string> = { ...settings };
  secret.forEach((one, n) => {
    opened[one] = values[n] ?? '';
  });
  return opened;
};
