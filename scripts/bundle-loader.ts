/**
 * What AWS calls first: it lets the process keep UK time, which spares the heart Intl's first formatter, and runs `bundle.cjs` with the code cache that lies beside it. A cache of another Node, or none, is refused by
 * V8 without a word, and the bundle is compiled as ever.
 * Source: https://nodejs.org/docs/latest-v24.x/api/vm.html#new-vmscriptcode-options
 */
export const loaderCode = [
  "'use strict';",
  "process.env.TZ = 'Europe/London';",
  "const { readFileSync, existsSync } = require('node:fs');",
  "const { Script, constants } = require('node:vm');",
  "const [file, cache] = [__dirname + '/bundle.cjs', __dirname + '/bundle.cache'];",
  "const code = '(function (exports, require, module, __filename, __dirname) {' + readFileSync(file, 'utf8') + '\\n})';",
  'const script = new Script(code, {',
  '  filename: file,',
  '  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,',
  '  ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),',
  '});',
  'script.runInThisContext()(exports, require, module, file, __dirname);',
  'if (process.env.BELLBIRD_MAKE_CODE_CACHE) module.exports.codeCache = () => script.createCachedData();',
  '',
].join('\n');
