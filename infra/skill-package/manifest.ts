import type { v1 } from 'ask-smapi-model';
import type { Brand } from './brand.ts';
import { description, examplePhrases, KEYWORDS, summary, testingInstructions } from './store-words.ts';
import { WIDGET } from './widget-package.ts';

/** What the skill asks permission for: nothing that it does not use (certification D-04). */
export const PERMISSIONS = [
  'alexa::alerts:reminders:skill:readwrite',
  'alexa::devices:all:notifications:write',
] as const;

/** The events that may be sent to consumer Echos. */
export const PUBLICATIONS = [
  'AMAZON.MessageAlert.Activated',
  'AMAZON.Occasion.Updated',
  'AMAZON.TrashCollectionAlert.Activated',
  'AMAZON.MediaContent.Available',
] as const;

const SUBSCRIPTIONS = [
  'SKILL_ENABLED',
  'SKILL_DISABLED',
  'SKILL_PERMISSION_ACCEPTED',
  'SKILL_PERMISSION_CHANGED',
  'SKILL_PROACTIVE_SUBSCRIPTION_CHANGED',
  'REMINDER_CREATED',
  'REMINDER_STARTED',
  'REMINDER_UPDATED',
  'REMINDER_DELETED',
  'REMINDER_STATUS_CHANGED',
] as const;

/** The tasks that routines start which the resident has agreed to: by the clock, and by words. */
export const TASKS = [
  { name: 'MyDay', version: '1', does: 'Says what is due now, and asks whether it is done.' },
  { name: 'MyDayAsked', version: '1', does: 'Says what somebody who asks for their day wants to know.' },
] as const;

const viewport = (
  mode: 'HUB' | 'TV' | 'MOBILE',
  shape: 'RECTANGLE' | 'ROUND',
  [minWidth, maxWidth]: readonly [number, number],
  [minHeight, maxHeight]: readonly [number, number],
) => ({ mode, shape, minWidth, maxWidth, minHeight, maxHeight });

/** Every screen that Amazon names for an Echo, and the television (Amazon, "Configure Your Skill with the APL Interface"); in dp. */
export const VIEWPORTS = [
  viewport('HUB', 'ROUND', [100, 599], [100, 599]),
  viewport('HUB', 'RECTANGLE', [960, 1279], [100, 599]),
  viewport('HUB', 'RECTANGLE', [960, 1279], [600, 959]),
  viewport('HUB', 'RECTANGLE', [1280, 1920], [600, 1279]),
  viewport('HUB', 'RECTANGLE', [1920, 2560], [960, 1279]),
  viewport('HUB', 'RECTANGLE', [960, 1279], [1920, 2560]),
  viewport('TV', 'RECTANGLE', [960, 960], [540, 540]),
];

const endpoints = ({ lambdaArn: uri }: Brand) => ({
  endpoint: { uri },
  regions: { EU: { endpoint: { uri } } },
});

const APL = { type: 'ALEXA_PRESENTATION_APL', supportedViewports: VIEWPORTS };

/** What a widget needs. The last two are in Amazon's specification and samples, but not in the declarations of its package. */
const WIDGET_INTERFACES = [
  { type: 'ALEXA_DATASTORE_PACKAGEMANAGER', packages: [{ id: WIDGET.id }] },
  { type: 'ALEXA_DATA_STORE' },
  { type: 'ALEXA_EXTENSION', requestedExtensions: [{ uri: 'alexaext:datastore:10' }] },
];

const publishing = (brand: Brand): v1.skill.Manifest.SkillManifestPublishingInformation => ({
  locales: {
    'en-GB': {
      name: brand.skillName,
      summary: summary(brand),
      description: description(brand),
      examplePhrases: [...examplePhrases(brand)],
      keywords: KEYWORDS,
      smallIconUri: 'file://assets/images/en-GB_smallIcon.png',
      largeIconUri: 'file://assets/images/en-GB_largeIcon.png',
      updatesDescription: 'Small corrections.',
    },
  },
  isAvailableWorldwide: false,
  distributionCountries: ['GB'],
  distributionMode: 'PUBLIC',
  category: 'ORGANIZERS_AND_ASSISTANTS',
  testingInstructions: testingInstructions(brand),
  automaticDistribution: { isActive: false },
});

/** `skill.json`. `usesHealthInfo` is a switch for the United States (certification P-06); no health is collected anyway. */
export const skillManifest = (brand: Brand) => ({
  manifest: {
    manifestVersion: '1.0',
    publishingInformation: publishing(brand),
    privacyAndCompliance: {
      allowsPurchases: false,
      usesPersonalInfo: true,
      isChildDirected: false,
      isExportCompliant: true,
      containsAds: false,
      usesHealthInfo: false,
      locales: { 'en-GB': { privacyPolicyUrl: brand.privacyUrl, termsOfUseUrl: brand.termsUrl } },
    },
    permissions: PERMISSIONS.map((name) => ({ name })),
    apis: {
      custom: {
        ...endpoints(brand),
        interfaces: [APL, ...(brand.hasWidget ? WIDGET_INTERFACES : [])],
        tasks: TASKS.map(({ name, version }) => ({ name, version })),
      },
    },
    events: {
      ...endpoints(brand),
      publications: PUBLICATIONS.map((eventName) => ({ eventName })),
      subscriptions: SUBSCRIPTIONS.map((eventName) => ({ eventName })),
    },
  },
});

/** The definition of a task, in OpenAPI as Amazon wants it: one path, POST only, for nobody but this skill. */
export const taskDefinition = ({ name, version, does }: (typeof TASKS)[number], { councilName }: Brand) => ({
  openapi: '3.0.0',
  info: { title: `${name}, from ${councilName}`, version, 'x-amzn-alexa-access-scope': 'vendor-private' },
  paths: {
    [`/${name}`]: {
      summary: does,
      post: {
        requestBody: { content: { 'application/json': { schema: { type: 'object', properties: {} } } } },
        responses: { '200': { description: 'It was said.' } },
      },
    },
  },
});
