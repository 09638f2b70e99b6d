import type { Directive, interfaces, Response } from 'ask-sdk-model';
import * as v from 'valibot';
import type { Screen } from './happening.ts';

export type RenderedDocument = { readonly token: string; readonly document: unknown; readonly datasources: unknown };

type RenderDocument = interfaces.alexa.presentation.apl.RenderDocumentDirective;

const isRenderDocument = (directive: Directive): directive is RenderDocument =>
  directive.type === 'Alexa.Presentation.APL.RenderDocument';

/** The document a response shows: the last one, if it renders several. */
export const renderedDocument = (response: Response): RenderedDocument | null => {
  const directive = response.directives?.findLast(isRenderDocument);
  if (directive === undefined) return null;
  return { token: directive.token ?? '', document: directive.document, datasources: directive.datasources ?? {} };
};

const card = v.object({
  card: v.object({
    properties: v.object({
      title: v.string(),
      lines: v.array(v.string()),
      footnote: v.string(),
      tone: v.picklist(['calm', 'urgent', 'done']),
    }),
  }),
});

/** A Text component obeys a little markup, so data holds entities in its place (Amazon, "APL Text"). */
const shown = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The face of Bellbird's one APL card, read from its datasource. Any other document is not drawn. */
export const screenOf = ({ token, datasources }: RenderedDocument): Screen => {
  const parsed = v.safeParse(card, datasources);
  if (!parsed.success) return { kind: 'not-drawn', token };
  const { title, lines, footnote, tone } = parsed.output.card.properties;
  return { kind: 'card', token, title: shown(title), lines: lines.map(shown), footnote: shown(footnote), tone };
};
