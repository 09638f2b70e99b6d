import { createHash } from 'node:crypto';

/**
 * One simulated Echo. A consumer Echo belongs to somebody's Amazon account; a managed one (Alexa Smart Properties)
 * belongs to a property, and is reached by its unit or its endpoint (`amzn1.alexa.unit.did.…`, `amzn1.alexa.endpoint.did.…`).
 */
export type VirtualEcho = {
  readonly echoId: string;
  readonly accountId: string;
  readonly label: string;
  readonly screen: boolean;
  /** It cannot ring a reminder: some apps and other makers' devices cannot. */
  readonly cannotRing?: true;
} & (
  | { readonly kind: 'consumer' }
  | {
      readonly kind: 'managed';
      readonly unitId: string;
      readonly endpointId: string;
      /** What the property and its room are called in Amazon's console. */
      readonly property?: string;
      readonly room?: string;
    }
);

/** What the skill is told about an Echo. All but the persistent ids are scoped to the skill. */
export type AlexaIds = {
  readonly userId: string;
  readonly deviceId: string;
  readonly unit?: { readonly unitId: string; readonly persistentUnitId: string };
  readonly persistentEndpointId?: string;
};

const scoped = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 40).toUpperCase();

/**
 * The `userId` of an account at the nth time it enabled the skill (from 1). Amazon gives a new one whenever the skill
 * is disabled and enabled again.
 */
export const userIdOf = (skillId: string, accountId: string, enablement = 1): string =>
  `amzn1.ask.account.${scoped('account', skillId, accountId, enablement)}`;

/**
 * The ids that the skill sees for an Echo at the nth time its account enabled the skill (from 1): the same every time,
 * so that a demo can be paired before anybody speaks. `userId`, `deviceId` and `unitId` change with each enablement.
 */
export const alexaIds = (skillId: string, echo: VirtualEcho, enablement = 1): AlexaIds => {
  const ids = {
    userId: userIdOf(skillId, echo.accountId, enablement),
    deviceId: `amzn1.ask.device.${scoped('device', skillId, echo.echoId, enablement)}`,
  };
  if (echo.kind === 'consumer') return ids;
  const unitId = `amzn1.ask.unit.${scoped('unit', skillId, echo.unitId, enablement)}`;
  return { ...ids, unit: { unitId, persistentUnitId: echo.unitId }, persistentEndpointId: echo.endpointId };
};
