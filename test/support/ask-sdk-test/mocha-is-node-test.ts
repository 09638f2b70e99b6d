import { registerHooks } from 'node:module';

/** `ask-sdk-test` asks mocha for its `it`: from here on it is given one that registers a test with Node's runner. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'mocha'
      ? { url: new URL('mocha.cjs', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
