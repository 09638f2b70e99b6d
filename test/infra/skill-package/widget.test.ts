import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assemblePackage } from '../../../infra/skill-package/assemble.ts';
import { brandFrom } from '../../../infra/skill-package/brand.ts';
import { skillManifest } from '../../../infra/skill-package/manifest.ts';
import { WIDGET } from '../../../infra/skill-package/widget-package.ts';
import { KEY, NAMESPACE } from '../../../lambda/adapters/alexa/data-store.ts';
import { argsWith } from './a-brand.ts';

const given = brandFrom([...argsWith(), '--widget']);
assert.ok(given.kind === 'brand');
const files = await assemblePackage(given.brand);
const fileAt = (path: string): string => {
  const content = files.find((file) => file.path === `skill-package/dataStorePackages/${WIDGET.id}/${path}`)?.content;
  assert.ok(typeof content === 'string', path);
  return content;
};

describe('the widget package', () => {
  test('is the one that the manifest declares, and its id and file names are such as Amazon takes', () => {
    const { interfaces } = skillManifest(given.brand).manifest.apis.custom;
    assert.ok(JSON.stringify(interfaces).includes(`{"id":"${WIDGET.id}"}`));
    assert.match(WIDGET.id, /^\w[\w.-]{0,255}$/);
    for (const { path } of files) assert.match(path.split('/').at(-1) ?? '', /^[a-zA-Z0-9\-_.]{1,64}$/);
    assert.equal(JSON.parse(fileAt('manifest.json')).manifest.id, WIDGET.id);
  });

  test('looks for its alert where Bellbird puts it, and hides one that is over', () => {
    const document = fileAt('documents/document.json');
    const [binding] = JSON.parse(document).settings.DataStore.dataBindings;
    assert.deepEqual([binding.namespace, binding.key, binding.dataBindingName], [NAMESPACE, KEY, 'alert']);
    const { bind, items } = JSON.parse(document).mainTemplate.items[0];
    assert.equal(bind[0].name, 'isNow');
    assert.match(bind[0].value, /^\$\{alert\.expiresAt > utcTime\}$/);
    for (const item of items) assert.match(item.when, /isNow/);
  });

  test('every file that one of them names is there', () => {
    const { presentationDefinitions } = JSON.parse(fileAt('manifest.json')).manifest;
    for (const { url } of presentationDefinitions) {
      const { presentationUri, datasources } = JSON.parse(fileAt(url));
      assert.ok(fileAt(presentationUri).length > 0 && fileAt(datasources.url).length > 0);
    }
  });

  test('tells how to open the skill while there is nothing to show', () => {
    assert.match(fileAt('datasources/default.json'), /Alexa, open bell bird/);
  });
});
