// @ts-check
/**
 * The one stream of this page: the Echo's own, or that of the living room, which carries the Echo's as well. A browser
 * holds few connections to one host, so a page opens one.
 */
export const events = new EventSource(
  document.body.dataset.events ?? `/echo/events?echo=${encodeURIComponent(document.body.dataset.echo ?? '')}`,
);
