import * as v from 'valibot';

/** What stands on the display of an Echo Show. */
export const screen = v.variant('kind', [
  v.object({
    kind: v.literal('card'),
    token: v.string(),
    title: v.string(),
    lines: v.array(v.string()),
    footnote: v.string(),
    tone: v.picklist(['calm', 'urgent', 'done']),
  }),
  v.object({ kind: v.literal('announcement'), text: v.string() }),
  v.object({ kind: v.literal('not-drawn'), token: v.string() }),
]);

/** A card in the Alexa app of the account. */
export const card = v.object({
  type: v.picklist(['Simple', 'Standard', 'LinkAccount', 'AskForPermissionsConsent']),
  title: v.string(),
  text: v.string(),
  permissions: v.array(v.string()),
});

/** What somebody in the room hears or sees, in the order in which it happens. */
export const happening = v.variant('kind', [
  v.object({
    kind: v.literal('turn'),
    said: v.string(),
    spoken: v.string(),
    by: v.picklist(['skill', 'alexa']),
    sessionOpen: v.boolean(),
    microphone: v.picklist(['open', 'closed']),
    card: v.nullable(card),
    screen: v.nullable(screen),
  }),
  v.object({ kind: v.literal('progressive'), spoken: v.string() }),
  v.object({ kind: v.literal('announcement'), spoken: v.string(), screen: v.nullable(screen) }),
  v.object({ kind: v.literal('chime') }),
  v.object({ kind: v.literal('reminder'), spoken: v.string() }),
  v.object({ kind: v.literal('light'), yellow: v.boolean(), waiting: v.number() }),
]);

export type Screen = v.InferOutput<typeof screen>;
export type PhoneCard = v.InferOutput<typeof card>;
export type Happening = v.InferOutput<typeof happening>;
