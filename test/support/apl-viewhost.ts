import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { withPage } from './browser.ts';

/** A screen that Amazon names for the skill (Amazon, "Configure Your Skill with the APL Interface"); sizes in dp. */
export type Viewport = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly shape: 'ROUND' | 'RECTANGLE';
  readonly mode: 'HUB' | 'TV';
};

export const VIEWPORTS: readonly Viewport[] = [
  { name: 'round', width: 480, height: 480, shape: 'ROUND', mode: 'HUB' },
  { name: 'small', width: 960, height: 480, shape: 'RECTANGLE', mode: 'HUB' },
  { name: 'medium', width: 1024, height: 600, shape: 'RECTANGLE', mode: 'HUB' },
  { name: 'large', width: 1280, height: 800, shape: 'RECTANGLE', mode: 'HUB' },
  { name: 'extra-large', width: 1920, height: 1080, shape: 'RECTANGLE', mode: 'HUB' },
  { name: 'portrait', width: 1080, height: 1920, shape: 'RECTANGLE', mode: 'HUB' },
  { name: 'television', width: 960, height: 540, shape: 'RECTANGLE', mode: 'TV' },
];

const box = v.object({ left: v.number(), top: v.number(), right: v.number(), bottom: v.number() });

/** A piece of text as it was drawn: where, how large, and in what colours. `hidden`: how much of it is cut off, in dp. */
const drawnText = v.object({
  text: v.string(),
  size: v.number(),
  color: v.string(),
  behind: v.string(),
  hidden: v.number(),
  box,
});
export type DrawnText = v.InferOutput<typeof drawnText>;
export type Box = v.InferOutput<typeof box>;

/** The engine asks Amazon's servers for Amazon's letters; here the browser's own stand in for them, which are a little wider. */
const AMAZONS_LETTERS = /url\('https:\/\/[a-z0-9]+\.cloudfront\.net\/[^']*'\)/g;

const PAGE = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>APL</title>
<style>body{margin:0;background:#444}#view{position:relative;overflow:hidden}</style>
<div id="view"></div><script src="/apl.js"></script></html>`;

/** The page's part: Amazon's own renderer draws the document; what it complains of, and what is sent, is kept. */
const DRAW = `async ({ document: source, datasources, viewport }) => {
  const started = new Promise((done) => {
    const look = () => (window.Module?.calledRun ? done() : setTimeout(look, 20));
    look();
  });
  // The engine may have started before anybody asks, and then never says so.
  await Promise.race([AplRenderer.initEngine(), started]);
  window.drawn?.destroy();
  document.getElementById('view').replaceChildren();
  window.sent = [];
  window.complaints = [];
  const view = document.getElementById('view');
  view.style.width = viewport.width + 'px';
  view.style.height = viewport.height + 'px';
  if (viewport.shape === 'ROUND') view.style.borderRadius = '50%';
  const content = AplRenderer.Content.create(JSON.stringify(source));
  content.addData('payload', JSON.stringify(datasources));
  const { width, height, shape, mode } = viewport;
  window.drawn = AplRenderer.default.create({
    content, view, theme: 'dark', mode, utcTime: 0, localTimeAdjustment: 0, notLoadFonts: true, logLevel: 'warn',
    logTransport: (level, logger, message) => window.complaints.push(logger + ': ' + message),
    environment: { agentName: 'Bellbird', agentVersion: '1', allowOpenUrl: false, disallowVideo: true },
    viewport: { width, height, dpi: 160, isRound: shape === 'ROUND', shape, mode },
    onSendEvent: (event) => window.sent.push(event.arguments),
  });
  await window.drawn.init();
}`;

const MEASURE = `() => {
  const box = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (color !== 'rgba(0, 0, 0, 0)') return color;
    }
    return 'rgb(0, 0, 0)';
  };
  return [...document.querySelectorAll('#view p')].map((p) => {
    const { fontSize, color } = getComputedStyle(p);
    const outer = p.parentElement;
    return {
      text: p.textContent, size: parseFloat(fontSize), color, behind: behind(p), box: box(outer),
      hidden: Math.max(0, p.scrollHeight - outer.clientHeight, p.scrollWidth - outer.clientWidth),
    };
  });
}`;

export type Drawn = {
  readonly page: Page;
  readonly texts: () => Promise<readonly DrawnText[]>;
  readonly sent: () => Promise<readonly unknown[]>;
  readonly complaints: () => Promise<readonly unknown[]>;
};

const evaluated = async <S extends v.GenericSchema>(page: Page, schema: S, script: string): Promise<v.InferOutput<S>> =>
  v.parse(schema, await page.evaluate(script));

const withServer = async <T>(use: (baseURL: string) => Promise<T>): Promise<T> => {
  const script = await readFile(join(import.meta.dirname, '../../node_modules/apl-viewhost-web/index.js'), 'utf8');
  const withoutCalls = script.replaceAll(AMAZONS_LETTERS, "local('none')");
  const server = createServer(({ url }, response) => {
    const isScript = url === '/apl.js';
    response.setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    response.end(isScript ? withoutCalls : PAGE);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  try {
    return await use(typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '');
  } finally {
    server.close();
  }
};

/** A document as the skill sends it. */
export type Document = { readonly document: unknown; readonly datasources: unknown };

/**
 * A screen that draws documents as an Echo Show or a Fire TV does: Amazon's own APL engine in a browser. `use` draws one after another
 * and looks at each.
 */
export const withViewport = async (
  viewport: Viewport,
  use: (draw: (shown: Document) => Promise<Drawn>) => Promise<void>,
): Promise<void> => {
  const { width, height, mode } = viewport;
  const drawOn =
    (page: Page) =>
    async ({ document, datasources }: Document): Promise<Drawn> => {
      if (page.url() === 'about:blank') await page.goto('/');
      await page.evaluate(`(${DRAW})(${JSON.stringify({ document, datasources, viewport })})`);
      await page.waitForSelector('#view p');
      return {
        page,
        texts: () => evaluated(page, v.array(drawnText), `(${MEASURE})()`),
        sent: () => evaluated(page, v.array(v.unknown()), 'window.sent'),
        complaints: () => evaluated(page, v.array(v.unknown()), 'window.complaints'),
      };
    };
  await withServer((baseURL) =>
    withPage((page) => use(drawOn(page)), { baseURL, hasTouch: mode === 'HUB', viewport: { width, height } }),
  );
};
