import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { build } from 'esbuild';
import { compile, NodePackageImporter } from 'sass';
import { buildScreenPage } from './build-screen-page.ts';
import { named, writeWhole } from './packed-file.ts';

/** What the console's pages are made of, in one piece: template sources by name, and files by the name they are served under. */
export type PackedConsole = {
  readonly templates: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
};

const projectRoot = join(import.meta.dirname, '..');
const views = 'lambda/console/views';
const styles = 'lambda/console/styles';
const govuk = 'node_modules/govuk-frontend/dist/govuk';
/** Where the console reads its templates and files from. */
export const packedFile = 'lambda/console/packed/console.json';

/** The parts of GOV.UK Frontend that do something in the browser, and what keeps a page up to date. All pages work without them. */
const script = `
import './lambda/console/in-browser/live-page.js';
import { Button, CharacterCount, Checkboxes, createAll, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink } from 'govuk-frontend';
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
for (const component of [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink]) createAll(component);
`;

/** Packs the console's templates with those of GOV.UK Frontend that they use, its style sheet and its script. Reads only. */
export async function packConsole(root = projectRoot): Promise<PackedConsole> {
  const files = {
    ...named('app.css', styleSheet(root)),
    ...named('app.js', await browserScript(root)),
    ...named('bell.svg', await readFile(join(root, styles, 'bell.svg'), 'utf8')),
  };
  return { templates: await templatesIn(root), files };
}

/** The packed console as it is stored: one value a line, so that a change can be read. */
export const packedText = (packed: PackedConsole): string => `${JSON.stringify(packed, null, 2)}\n`;

/** Writes the packed console if it changed. */
export async function buildConsoleAssets(root = projectRoot): Promise<void> {
  await writeWhole(join(root, packedFile), packedText(await packConsole(root)));
}

function styleSheet(root: string): string {
  return compile(join(root, styles, 'app.scss'), {
    style: 'compressed',
    charset: false,
    loadPaths: [join(root, 'node_modules')],
    importers: [new NodePackageImporter(root)],
  }).css;
}

async function browserScript(root: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: root, loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}

const mentions = /\{%-?\s*(?:from|import|include|extends)\s+["']([^"']+)["']/g;

/** Every template of ours, and whatever they lead to. */
async function templatesIn(root: string): Promise<Record<string, string>> {
  const ours = (await readdir(join(root, views))).filter((name) => name.endsWith('.njk'));
  const templates = new Map<string, string>();
  const waiting = [...ours];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (templates.has(name)) continue;
    const source = await readFile(templatePath(root, name), 'utf8');
    templates.set(name, source);
    for (const [, mentioned = ''] of source.matchAll(mentions)) waiting.push(resolved(name, mentioned));
  }
  return Object.fromEntries([...templates].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function templatePath(root: string, name: string): string {
  return name.startsWith('govuk/') ? join(root, govuk, name.slice('govuk/'.length)) : join(root, views, name);
}

function resolved(from: string, mentioned: string): string {
  return mentioned.startsWith('.') ? posix.join(posix.dirname(from), mentioned) : mentioned;
}

if (import.meta.main) await Promise.all([buildConsoleAssets(), buildScreenPage()]);
