/**
 * What AWS calls first. It lets the process keep UK time, which spares the heart Intl's first formatter, and loads `bundle.cjs`; a
 * part that is required later comes the same way, with the code cache that lies beside it. A cache of another Node, or none, is refused
 * by V8 without a word, and the part is compiled as ever.
 * Source: https://nodejs.org/docs/latest-v24.x/api/vm.html#new-vmscriptcode-options
 */
export const loaderCode = `'use strict';
process.env.TZ = 'Europe/London';
const { readFileSync, existsSync } = require('node:fs');
const { Script, constants } = require('node:vm');
const loaded = new Map();
const load = (name) => {
  const known = loaded.get(name);
  if (known !== undefined) return known.part.exports;
  const file = __dirname + '/' + name;
  const cache = file.replace(/cjs$/, 'cache');
  const code = '(function (exports, require, module, __filename, __dirname) {' + readFileSync(file, 'utf8') + '\\n})';
  const script = new Script(code, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
  });
  const part = { exports: {} };
  loaded.set(name, { part, script });
  script.runInThisContext()(part.exports, requireOrLoad, part, file, __dirname);
  return part.exports;
};
const requireOrLoad = (id) => (id.startsWith('./part-') || id === './bundle.cjs' ? load(id.slice(2)) : require(id));
module.exports = load('bundle.cjs');
if (process.env.BELLBIRD_MAKE_CODE_CACHE) {
  module.exports.load = load;
  module.exports.codeCaches = () => [...loaded].map(([name, { script }]) => [name, script.createCachedData()]);
}
`;
