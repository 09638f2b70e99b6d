/**
 * The path to go back to after signing in: one of ours, or the console's first page. Whatever would lead anywhere else
 * (another host, `//host`, `/\host`, a path outside the console, a control character) is not followed.
 */
export const safeReturnPath = (wanted: string | undefined, place: { origin: string; base: string }): string => {
  const start = `${place.base}/`;
  if (wanted === undefined || !wanted.startsWith(start) || /[\\\p{Cc}]/u.test(wanted)) return start;
  const address = URL.parse(wanted, place.origin);
  const isOurs = address?.origin === place.origin && address.pathname.startsWith(start);
  const isSignIn = address?.pathname.startsWith(`${start}sign-`);
  return isOurs && !isSignIn ? address.pathname : start;
};
