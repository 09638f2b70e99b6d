import { createRequire } from 'node:module';
import type { Plugin } from 'esbuild';

const resolve = createRequire(import.meta.url).resolve;

/**
 * Leaves out of a bundle what the skill never calls of the Alexa SDK: the clients of Amazon's services (62 KB in `ask-sdk-model`, of which
 * everything else is types) and whatever of `ask-sdk-core` is not the builder of skills. A skill that is given an API client needs them.
 */
export const withoutServiceClients: Plugin = {
  name: 'without-service-clients',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^ask-sdk-core$/ }, () => ({ path: resolve('ask-sdk-core/dist/skill/SkillBuilders.js') }));
    onResolve({ filter: /^ask-sdk-model$/ }, () => ({ path: 'ask-sdk-model', namespace: 'without-service-clients' }));
    onLoad({ filter: /.*/, namespace: 'without-service-clients' }, () => ({ contents: 'exports.services = {};' }));
  },
};
