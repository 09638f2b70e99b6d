import { html } from 'hono/html';

/** The headers of every page of the demonstration. Nothing inline runs; nothing comes from elsewhere. */
export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'content-type': 'text/html; charset=utf-8',
} as const;

type Markup = ReturnType<typeof html>;

/** One page in the look of the demonstration. `body` is markup whose values are already escaped by `html`. */
export const pageOf = async (page: {
  readonly title: string;
  readonly bodyClass: string;
  readonly body: Markup;
  readonly script?: string;
}): Promise<Response> => {
  const script = page.script === undefined ? '' : html`<script type="module" src="/assets/${page.script}"></script>`;
  const whole = await html`<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${page.title}</title>
    <link rel="stylesheet" href="/assets/pages.css" />
    <link rel="icon" href="/assets/bellbird.svg" type="image/svg+xml" />
    ${script}
  </head>
  <body class="${page.bodyClass}">
    ${page.body}
  </body>
</html>`;
  return new Response(whole.toString(), { headers: PAGE_HEADERS });
};
