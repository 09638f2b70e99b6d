/** The build of nunjucks in one file, which reaches for no file system; its types are those of the package. */
declare module 'nunjucks/browser/nunjucks.js' {
  const nunjucks: typeof import('nunjucks');
  export = nunjucks;
}
