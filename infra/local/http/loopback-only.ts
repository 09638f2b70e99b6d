const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\]|(carer|writer|approver)\.localhost)(:\d+)?$/;

/**
 * Refuses a request whose Host is not this machine (SEC-43): a page elsewhere that has a name pointing to 127.0.0.1 must
 * not reach what listens here. The three names of people are exactly those of `people-hosts.ts`.
 */
export const isForThisMachine = (request: Request): boolean => isThisMachine(request.headers.get('host') ?? undefined);

/** The same, of a Host header. */
export const isThisMachine = (host: string | undefined): boolean => host !== undefined && LOOPBACK.test(host);

/** A form of our own pages: browsers name the origin of what they post, and another site's is refused. */
export const isFromOurPage = (request: Request): boolean => {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin === null || (URL.canParse(origin) && new URL(origin).host === request.headers.get('host'));
};
