import { type AwsJsonSettings, awsJsonCall } from '../aws-json/aws-json-call.ts';

const SECRETS_MANAGER = {
  name: 'secretsmanager',
  target: 'secretsmanager',
  contentType: 'application/x-amz-json-1.1',
} as const;

/** Whether a setting names a secret instead of holding its value. */
export const isSecretName = (value: string): boolean => value.startsWith('arn:aws:secretsmanager:');

/**
 * Reads one secret's present text. Throws when it may not be read or has none.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
 */
export const secretReader = (settings: AwsJsonSettings): ((arn: string) => Promise<string>) => {
  const call = awsJsonCall(SECRETS_MANAGER, settings);
  return async (arn) => {
    const text: unknown = Reflect.get(await call('GetSecretValue', { SecretId: arn }), 'SecretString');
    if (typeof text !== 'string' || text === '') throw new Error('a secret has no text');
    return text;
  };
};
