import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assemblePackage, type PackageFile } from '../infra/skill-package/assemble.ts';
import { brandFrom } from '../infra/skill-package/brand.ts';
import { MANIFEST, MODEL, smapiFaults } from './schema/smapi-faults.ts';

const OUT = join(import.meta.dirname, '../build/skill-package');

/** The name by which the sentences in `lambda/render/words` tell people to open Bellbird. */
const SPOKEN_NAME = 'bell bird';

const CHECKED = { 'skill-package/skill.json': MANIFEST, 'skill-package/interactionModels/custom/en-GB.json': MODEL };

/** Where a package is not what Amazon takes, file by file. */
export const packageFaults = async (files: readonly PackageFile[]): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const [path, schema] of Object.entries(CHECKED)) {
    const content = files.find((file) => file.path === path)?.content;
    if (typeof content !== 'string') faults.push(`${path} is missing`);
    else faults.push(...(await smapiFaults(schema, JSON.parse(content))).map((fault) => `${path}: ${fault}`));
  }
  return faults;
};

/** Assembles the package in `outDir`, or says on each line what is wrong. Returns whether it stands. */
export const buildSkillPackage = async (
  args: readonly string[],
  outDir: string,
  say: (line: string) => void,
): Promise<boolean> => {
  const given = brandFrom(args);
  if (given.kind === 'refused') {
    for (const fault of given.faults) say(fault);
    return false;
  }
  const files = await assemblePackage(given.brand);
  const faults = await packageFaults(files);
  for (const fault of faults) say(fault);
  if (faults.length > 0) return false;
  await rm(outDir, { recursive: true, force: true });
  for (const { path, content } of files) {
    await mkdir(dirname(join(outDir, path)), { recursive: true });
    await writeFile(join(outDir, path), content);
  }
  if (given.brand.invocationName !== SPOKEN_NAME)
    say(`Note: Bellbird's own sentences still tell people to open "${SPOKEN_NAME}" (lambda/render/words).`);
  say(`The package of ${given.brand.skillName} is in ${outDir}: hand it to the ASK CLI with \`ask deploy\` there.`);
  return true;
};

if (import.meta.main) {
  const stands = await buildSkillPackage(process.argv.slice(2), OUT, (line) => console.log(line));
  process.exitCode = stands ? 0 : 1;
}
