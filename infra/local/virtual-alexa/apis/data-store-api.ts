import type { services } from 'ask-sdk-model';
import * as v from 'valibot';
import { HOUR } from '../../../../lambda/core/kernel/clock.ts';
import { alexaSchemaFault } from '../alexa-schemas.ts';
import type { EchoState } from '../alexa-state.ts';
import { grantOf } from '../tokens.ts';
import type { World } from '../world.ts';
import { type ApiAnswer, jsonOf } from './api-answers.ts';

const SCOPE = 'alexa::datastore';

/** "1 MB per skill per device" (Amazon, "Data Store REST API Reference"); counted here for each call. */
const LARGEST = 1024 * 1024;

type Commands = services.datastore.v1.CommandsRequest;

const fault = (status: number, type: string, message: string): ApiAnswer => ({ status, body: { type, message } });

const target = v.variant('type', [
  v.object({ type: v.literal('USER'), id: v.string() }),
  v.object({ type: v.literal('DEVICES'), items: v.pipe(v.array(v.string()), v.minLength(1)) }),
]);

const isCommands = (json: unknown): json is Commands => alexaSchemaFault('data-store-commands', json) === undefined;

type Widget = NonNullable<EchoState['widget']>;

const applied = (widget: Widget, commands: Commands['commands']): Widget => {
  let { objects } = widget;
  for (const command of commands) {
    const at = 'key' in command ? `${command.namespace}/${command.key}` : '';
    if (command.type === 'PUT_OBJECT') objects = { ...objects, [at]: command.content };
    if (command.type === 'REMOVE_OBJECT')
      objects = Object.fromEntries(Object.entries(objects).filter(([key]) => key !== at));
    if (command.type === 'CLEAR') objects = {};
  }
  return { ...widget, objects };
};

/** What waits for an Echo that was off reaches it, if its time is not over. */
export const deliverQueued = (world: World, echoId: string): void =>
  world.changeEcho(echoId, (before) => {
    const { widget } = before;
    if (widget === undefined || widget.isOff) return before;
    const good = widget.queued.filter(({ until }) => until > world.clock());
    const done = good.reduce((state, { commands }) => applied(state, commands), widget);
    return { ...before, widget: { ...done, queued: [] } };
  });

const echosAt = (world: World, to: v.InferOutput<typeof target>): readonly string[] => {
  if (to.type === 'DEVICES') return to.items.filter((id) => world.known.byId(id)?.screen === true);
  const accountId = world.accountOf(to.id);
  if (accountId === undefined) return [];
  return world.known
    .ofAccount(accountId)
    .filter(({ echoId }) => world.echo(echoId).widget !== undefined)
    .map(({ echoId }) => echoId);
};

/**
 * `POST /v1/datastore/commands`: 200 with a result for each Echo that has the widget, and a queue for those that are off; 400 not valid or
 * no target, 401 token or its scope (Amazon, "Data Store REST API Reference"). 200 with failures is normal.
 */
export const dataStoreApi = async (world: World, request: Request): Promise<ApiAnswer> => {
  const grant = grantOf(world, request);
  if (grant?.kind !== 'client' || !grant.scope.split(' ').includes(SCOPE))
    return fault(401, 'INVALID_ACCESS_TOKEN', 'The access token is not good.');
  const json = await jsonOf(request);
  if (!isCommands(json)) return fault(400, 'INVALID_REQUEST', 'The commands are not valid.');
  if (JSON.stringify(json.commands).length > LARGEST)
    return fault(400, 'COMMANDS_PAYLOAD_EXCEEDS_LIMIT', 'The commands are too large.');
  const to = v.safeParse(target, json.target);
  if (!to.success) return fault(400, 'NO_TARGET_DEFINED', 'The target names nobody.');
  const echoIds = echosAt(world, to.output);
  const until = json.attemptDeliveryUntil === undefined ? world.clock() : Date.parse(json.attemptDeliveryUntil);
  const queuedResultId = world.newId();
  let isQueued = false;
  const results = echoIds.map((echoId) => {
    const { widget } = world.echo(echoId);
    if (widget === undefined) return { deviceId: echoId, type: 'INVALID_DEVICE', message: 'No widget there.' };
    const isLater = widget.isOff && until > world.clock();
    isQueued ||= isLater;
    if (!widget.isOff) world.changeEcho(echoId, (before) => ({ ...before, widget: applied(widget, json.commands) }));
    if (isLater) {
      const queued = [...widget.queued, { id: queuedResultId, until, commands: json.commands }];
      world.changeEcho(echoId, (before) => ({ ...before, widget: { ...widget, queued } }));
    }
    return { deviceId: echoId, type: widget.isOff ? 'DEVICE_UNAVAILABLE' : 'SUCCESS', message: '' };
  });
  return { status: 200, body: { results, ...(isQueued ? { queuedResultId } : {}) } };
};

/** `GET /v1/datastore/queue/{id}`: those not reached, kept for an hour after the end. 401, 404 else. */
export const dataStoreQueueApi = (world: World, request: Request, id: string): ApiAnswer => {
  const grant = grantOf(world, request);
  if (grant?.kind !== 'client' || !grant.scope.split(' ').includes(SCOPE))
    return fault(401, 'INVALID_ACCESS_TOKEN', 'The access token is not good.');
  const now = world.clock();
  const items = world.echos.flatMap(({ echoId }) =>
    (world.echo(echoId).widget?.queued ?? [])
      .filter((queued) => queued.id === id && queued.until + HOUR > now)
      .map(({ until }) => ({
        deviceId: echoId,
        type: until > now ? 'DEVICE_UNAVAILABLE' : 'DEVICE_PERMANENTLY_UNAVAILABLE',
        message: '',
      })),
  );
  return { status: 200, body: { items, paginationContext: { totalCount: items.length, nextToken: null } } };
};
