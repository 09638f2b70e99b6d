import packed from '../packed/console.json' with { type: 'json' };

/** Template sources by name, and files by the name they are served under (`scripts/build-assets.ts` makes them). */
export type PackedPages = {
  readonly templates: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
};

export const packedPages: PackedPages = packed;

/** The name a packed file is served under, whose middle changes with its content. */
export const servedName = ({ files }: PackedPages, stem: string, ending: string): string => {
  const found = Object.keys(files).find((name) => name.startsWith(`${stem}.`) && name.endsWith(`.${ending}`));
  if (found === undefined) throw new Error(`${stem}.${ending} is not packed`);
  return found;
};
