import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';

/** A file under a name that changes with its content, so that a browser may keep it for ever. */
export function named(name: string, content: string): Record<string, string> {
  const [stem, ending] = name.split('.');
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { [`${stem}.${digest}.${ending}`]: content };
}

/** Writes a file if it changed. Whoever reads it meanwhile finds the old one or the new one, whole. */
export async function writeWhole(path: string, text: string): Promise<void> {
  if (existsSync(path) && (await readFile(path, 'utf8')) === text) return;
  const apart = `${path}.${process.pid}`;
  await writeFile(apart, text);
  await rename(apart, path);
}
