import { grantOf } from '../tokens.ts';
import type { VirtualEcho } from '../virtual-echo.ts';
import type { World } from '../world.ts';
import { type ApiAnswer, notValid, problem } from './api-answers.ts';

/** The organisation that every property of this virtual Alexa belongs to. */
export const ORGANISATION = 'amzn1.alexa.unit.did.ORGANISATION';

type Managed = VirtualEcho & { readonly kind: 'managed' };

const isManaged = (echo: VirtualEcho): echo is Managed => echo.kind === 'managed';

const named = (text: string) => ({ type: 'PLAIN', value: { type: 'PLAIN', text } });

const propertyId = ({ accountId }: Managed): string => `amzn1.alexa.unit.did.PROPERTY-${accountId}`;

const unitsIn = (
  world: World,
): readonly { readonly id: string; readonly parentId: string; readonly name: object }[] => {
  const echos = world.echos.filter(isManaged);
  const properties = new Map(echos.map((echo) => [propertyId(echo), echo]));
  const rooms = new Map(echos.map((echo) => [echo.unitId, echo]));
  return [
    ...[...properties].map(([id, { property }]) => ({ id, parentId: ORGANISATION, name: named(property ?? '') })),
    ...[...rooms].map(([id, echo]) => ({ id, parentId: propertyId(echo), name: named(echo.room ?? echo.label) })),
  ];
};

/** Small, so that whoever lists must turn pages. */
const ON_A_PAGE = 20;

const pageOf = (items: readonly object[], query: URLSearchParams): ApiAnswer => {
  const from = Number(query.get('nextToken') ?? 0);
  const nextToken = from + ON_A_PAGE < items.length ? String(from + ON_A_PAGE) : null;
  return { status: 200, body: { results: items.slice(from, from + ON_A_PAGE), paginationContext: { nextToken } } };
};

const endpointOf = ({ endpointId, unitId, label }: Managed) => ({
  id: endpointId,
  friendlyName: named(label),
  associatedUnits: [{ id: unitId }],
  features: [{ name: 'connectivity', properties: [{ name: 'reachability', value: { value: 'REACHABLE' } }] }],
});

/**
 * `GET /v2/units?parentId=…&queryDepth=all` and `GET /v2/endpoints?associatedUnits.id=…` of Alexa Smart Properties, in pages. 400
 * without the query, 401 token, 404 for an organisation that is not ours.
 */
export const propertiesApi = (world: World, request: Request, of: 'units' | 'endpoints'): ApiAnswer => {
  if (grantOf(world, request)?.kind !== 'smart-properties')
    return problem(401, 'UNAUTHORIZED', 'The access token is not good.');
  const query = new URL(request.url).searchParams;
  if (of === 'endpoints') {
    const unitId = query.get('associatedUnits.id');
    if (unitId === null) return notValid('The query must name a unit.');
    return pageOf(world.known.ofUnit(unitId).filter(isManaged).map(endpointOf), query);
  }
  if (query.get('queryDepth') !== 'all') return notValid('This virtual Alexa lists units to every depth only.');
  if (query.get('parentId') !== ORGANISATION) return problem(404, 'NOT_FOUND', 'No such unit.');
  return pageOf(unitsIn(world), query);
};
