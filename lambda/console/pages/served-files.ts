import type { Handler } from 'hono';
import type { ConsoleEnv } from './console-env.ts';
import { packedPages } from './packed.ts';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
};

/** Serves a packed file. Its name holds a digest of what is in it, so a browser may keep it for ever. */
export const serveFile: Handler<ConsoleEnv> = (c) => {
  const name = c.req.param('file') ?? '';
  const type = TYPES[name.split('.').at(-1) ?? ''];
  const content = Object.hasOwn(packedPages.files, name) ? packedPages.files[name] : undefined;
  if (content === undefined || type === undefined) return c.notFound();
  return c.body(content, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' });
};
