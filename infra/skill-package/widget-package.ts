import type { Brand } from './brand.ts';

/** The id of the widget's package, and where the skill puts its alert. */
export const WIDGET = { id: 'bellbird.alert', version: '1.0.0' } as const;

/** The widget's own manifest: the skill is told when somebody adds or removes it (Amazon, "Widget Package Reference"). */
export const widgetManifest = ({ skillName, councilName }: Brand) => ({
  manifest: {
    id: WIDGET.id,
    version: WIDGET.version,
    installStateChanges: 'INFORM',
    updateStateChanges: 'INFORM',
    presentationDefinitions: [{ url: 'presentations/default.tpl' }],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of APL, worked out by the Echo
    appliesTo: "${viewport.mode == 'HUB'}",
  },
  packageVersion: '1.0',
  packageType: 'APL_PACKAGE',
  publishingInformation: {
    schemaVersion: '1.0',
    locales: {
      'en-GB': [
        {
          targetViewport: 'WIDGET_M',
          metadata: {
            name: skillName,
            description: `Urgent messages for everybody from ${councilName}. Nothing private is shown.`,
            keywords: ['council', 'messages'],
            iconUri: 'file://assets/icon.png',
            previews: ['file://assets/icon.png'],
          },
        },
      ],
    },
  },
});

/** Which document is drawn with which words. */
export const PRESENTATION = {
  presentationUri: 'documents/document.json',
  datasources: { url: 'datasources/default.json' },
};

/** What the widget shows while there is nothing to show. */
export const widgetWords = ({ invocationName }: Brand) => ({
  words: { type: 'object', properties: { nothing: `Nothing new. Say: “Alexa, open ${invocationName}”.` } },
});
