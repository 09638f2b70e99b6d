import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modelText } from '../interaction-model/model-text.ts';
import type { Brand } from './brand.ts';
import { skillManifest, TASKS, taskDefinition } from './manifest.ts';
import { PRESENTATION, WIDGET, widgetManifest, widgetWords } from './widget-package.ts';

/** A file of the package, by its path below `build/skill-package`. */
export type PackageFile = { readonly path: string; readonly content: string | Uint8Array };

const here = import.meta.dirname;
const text = (json: object): string => `${JSON.stringify(json, null, 2)}\n`;

/** For ASK CLI 2: the metadata only, as the Lambda is deployed by our own infrastructure. */
const RESOURCES = {
  askcliResourcesVersion: '2020-03-31',
  profiles: { default: { skillMetadata: { src: './skill-package' } } },
};

type Model = { interactionModel: { languageModel: { invocationName: string } } };

const isModel = (json: unknown): json is Model =>
  typeof json === 'object' && json !== null && 'interactionModel' in json && typeof json.interactionModel === 'object';

/** The interaction model, with the council's invocation name. */
export const brandedModel = (modelText: string, { invocationName }: Brand): Model => {
  const json: unknown = JSON.parse(modelText);
  if (!isModel(json)) throw new Error('what the sources make is not an interaction model');
  const { interactionModel } = json;
  return {
    ...json,
    interactionModel: {
      ...interactionModel,
      languageModel: { ...interactionModel.languageModel, invocationName },
    },
  };
};

const widgetFiles = async (brand: Brand): Promise<readonly PackageFile[]> => {
  const at = (path: string): string => `skill-package/dataStorePackages/${WIDGET.id}/${path}`;
  return [
    { path: at('manifest.json'), content: text(widgetManifest(brand)) },
    { path: at('documents/document.json'), content: await readFile(join(here, 'widget/document.json'), 'utf8') },
    { path: at('datasources/default.json'), content: text(widgetWords(brand)) },
    { path: at('presentations/default.tpl'), content: text(PRESENTATION) },
    { path: at('assets/icon.png'), content: await readFile(join(here, 'icons/en-GB_largeIcon.png')) },
  ];
};

/** Every file of the package for one council: nothing of it is secret, and nothing personal. */
export const assemblePackage = async (brand: Brand): Promise<readonly PackageFile[]> => {
  const model = await modelText(brand.hasHealthWords ? 'with-health-words' : 'without-health-words');
  const image = async (name: string): Promise<PackageFile> => ({
    path: `skill-package/assets/images/${name}`,
    content: await readFile(join(here, 'icons', name)),
  });
  return [
    { path: 'ask-resources.json', content: text(RESOURCES) },
    { path: 'skill-package/skill.json', content: text(skillManifest(brand)) },
    { path: 'skill-package/interactionModels/custom/en-GB.json', content: text(brandedModel(model, brand)) },
    ...TASKS.map((task) => ({
      path: `skill-package/tasks/${task.name}.${task.version}.json`,
      content: text(taskDefinition(task, brand)),
    })),
    ...(brand.hasWidget ? await widgetFiles(brand) : []),
    await image('en-GB_smallIcon.png'),
    await image('en-GB_largeIcon.png'),
  ];
};
