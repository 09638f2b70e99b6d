import packed from './packed/screen.json' with { type: 'json' };
import type { Asking } from './screen-env.ts';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
};

/** The page's files by the name they are served under (`scripts/build-assets.ts` makes them). */
const files: Readonly<Record<string, string>> = packed.files;

/** The name a packed file is served under, whose middle changes with its content. */
const servedName = (ending: string): string => {
  const found = Object.keys(files).find((name) => name.endsWith(`.${ending}`));
  if (found === undefined) throw new Error(`no ${ending} file is packed`);
  return found;
};

export const SERVED = { script: servedName('js'), styles: servedName('css'), icon: servedName('svg') } as const;

/** Another one whenever the page has changed: a television that is never switched off loads it anew then. */
export const PAGE_VERSION = `${SERVED.script} ${SERVED.styles}`;

/** Serves a packed file. Its name holds a digest of what is in it, so a browser may keep it for ever. */
export const serveFile = (c: Asking) => {
  const name = c.req.param('file') ?? '';
  const type = TYPES[name.split('.').at(-1) ?? ''];
  const content = Object.hasOwn(files, name) ? files[name] : undefined;
  if (content === undefined || type === undefined) return c.text('There is no such file.\n', 404);
  return c.body(content, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' });
};
