/** One person of the demo with a host name of their own, so that several can be signed in at once in one browser. */
export type PersonHost = {
  /** The part they play: "A carer". */
  readonly title: string;
  readonly name: string;
  /** One click: signs them in on their own host, through the sign-in, and leads to their page. */
  readonly url: string;
  /** The same on the host of this page, one person at a time. */
  readonly fallbackUrl: string;
};

/**
 * The host names of the demo's people. Browsers take every name that ends in `.localhost` for this machine (RFC 6761, 6.3),
 * and each is a site of its own to them, so no cookie of one is sent to another.
 */
export const PEOPLE_HOSTS = ['carer.localhost', 'writer.localhost', 'approver.localhost'] as const;
export type PeopleHost = (typeof PEOPLE_HOSTS)[number];

export const isPeopleHost = (hostname: string): hostname is PeopleHost =>
  PEOPLE_HOSTS.some((known) => known === hostname);

/** The origin of one of these hosts, on the port where `url` is. */
export const originOf = (host: PeopleHost, url: string): string => `http://${host}:${new URL(url).port}`;

type Person = { readonly host: PeopleHost; readonly title: string; readonly id: string; readonly name: string };

/** The links that sign a person in with one click and lead to a path of the console. */
export const personHost = (url: string, { host, title, id, name }: Person, to: string): PersonHost => {
  const start = `/console/sign-in/start?${new URLSearchParams({ as: id, to })}`;
  return { title, name, url: `${originOf(host, url)}${start}`, fallbackUrl: start };
};
