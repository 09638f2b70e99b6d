import type { World } from './world.ts';

/** Ids that stand in Harbour, for every part of a path. */
export const HARBOUR_IDS: Readonly<Record<string, string>> = {
  resident: 'res-margaret',
  reminder: 'rem-drink',
  at: '2026-11-24T17:30',
  entry: 'visit-2',
  home: 'home-1',
  echo: 'echo-managed',
  askedAt: '1795510800000',
  callBack: 'call-1',
  after: 'home-1',
  file: 'app.css',
  mode: 'practice',
  alert: '20261124T1000-harbour-alert-1',
  template: 'flood',
  page: '1',
  token: 'abcdefghijklmnopqrstuv',
};

/** A path of a route with ids in it. */
export const filled = (path: string, ids: Readonly<Record<string, string>>): string =>
  path.replaceAll(/:([a-zA-Z]+)/g, (_whole, name: string) => encodeURIComponent(ids[name] ?? `no-${name}`));

export type Route = { readonly method: string; readonly path: string };

/** Every route of the console, taken from the app itself, so that none can be forgotten. */
export const routesOf = (world: World): readonly Route[] => {
  const seen = new Map(
    world.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
      .map(({ method, path }) => [`${method} ${path}`, { method, path }]),
  );
  return [...seen.values()];
};

/** What may be opened without signing in. */
export const isPublic = ({ path }: Route): boolean =>
  /^\/console\/(assets\/|accessibility$|privacy$|sign-in|told\/:token$)/.test(path);

/** Every path that takes a form, with Harbour's ids. */
export const postRoutes = (world: World): readonly string[] =>
  routesOf(world)
    .filter(({ method }) => method === 'POST')
    .map(({ path }) => filled(path, HARBOUR_IDS));
