import type { Bundle } from '../../scripts/build.ts';
import type { Size } from '../../scripts/bundle-parts.ts';
import type { BundleRow } from './bundle-table.ts';

/** Bytes of all parts of a bundle, and in `start` of those that are loaded before its first answer. */
export type BundleSize = Size & { readonly start: Size };
export type Sizes = Readonly<Record<string, BundleSize>>;

const mayGrow = 1.02;
const mayShrink = 0.9;

/** What is inside a bundle that its row does not list, as sentences; also a bundle without a row. */
export function checkContents(bundles: readonly Bundle[], table: Readonly<Record<string, BundleRow>>): string[] {
  return bundles.flatMap((bundle) => {
    const row = table[bundle.name];
    if (!row) return [`${bundle.name} has no row in test/architecture/bundle-table.ts.`];
    const strangers = [...new Set(partsOf(bundle).filter((part) => !isListed(part, bundle.name, row)))];
    return strangers.map((part) => `${bundle.name} contains ${part}, which its row does not list.`);
  });
}

/** How the sizes differ from what was recorded, as sentences that say what to do. */
export function checkSizes(bundles: readonly Bundle[], recorded: Sizes): string[] {
  const gone = Object.keys(recorded).filter((name) => !bundles.some((bundle) => bundle.name === name));
  return [
    ...bundles.flatMap((bundle) => compare(bundle, recorded[bundle.name])),
    ...gone.map((name) => `${name} is recorded but is no longer built: ${how}.`),
  ];
}

/** What to record: the sizes of the bundles as they are. */
export function sizesOf(bundles: readonly Bundle[]): Sizes {
  return Object.fromEntries(bundles.map(({ name, raw, gzip, start }) => [name, { raw, gzip, start }]));
}

const how = 'UPDATE_SIZES=1 npm test architecture';

function compare({ name, raw, gzip, start }: Bundle, recorded: BundleSize | undefined): string[] {
  if (!recorded?.start) return [`${name} has no recorded size: ${how}.`];
  return [
    ...compareSize(name, { raw, gzip }, recorded),
    ...compareSize(`what ${name} loads before its first answer`, start, recorded.start),
  ];
}

function compareSize(what: string, size: Size, recorded: Size): string[] {
  return (['raw', 'gzip'] as const).flatMap((measure) => {
    const [before, now] = [recorded[measure], size[measure]];
    const change = `${what} (${measure}) went from ${before} to ${now} bytes`;
    if (now > before * mayGrow)
      return [`${change}: find what came in, or say in the change why, and record it with ${how}.`];
    return now < before * mayShrink ? [`${change}: well done. Hold it there: ${how}.`] : [];
  });
}

/** The packages and source files that put bytes into a bundle. */
function partsOf({ meta }: Bundle): string[] {
  return Object.values(meta.outputs)
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => packageOf(path) ?? path);
}

function packageOf(path: string): string | undefined {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
}

function isListed(part: string, name: string, { folders, packages }: BundleRow): boolean {
  const own = ['lambda/entry/settings.ts', `lambda/entry/${name}.ts`, `lambda/wiring/${name}.ts`];
  return (
    own.includes(part) ||
    folders.some((folder) => part === folder || part.startsWith(`${folder}/`)) ||
    packages.some((entry) => part === entry || (entry.endsWith('/*') && part.startsWith(entry.slice(0, -1))))
  );
}
