/**
 * What Bellbird cannot do itself, or says in fixed words: where to turn instead.
 *
 * `weather`, `volume`, `alexa`: Alexa does that herself, without Bellbird. `visit-change`, `appointment-change`:
 * a person must. `caller`: somebody at the door or on the telephone. `not-doing-it`: a reminder is declined, nothing is kept.
 * `health`: no advice, but who gives it.
 * `carer-off`: somebody shall no longer set reminders. `carer-here`: a carer speaks for a Resident. `i-am-okay`, `greeting`.
 */
export const GUIDANCE = [
  'weather',
  'volume',
  'alexa',
  'visit-change',
  'appointment-change',
  'caller',
  'not-doing-it',
  'health',
  'carer-off',
  'carer-here',
  'i-am-okay',
  'greeting',
] as const;
export type Guidance = (typeof GUIDANCE)[number];

export type GuidanceOutcome = { readonly kind: 'guidance'; readonly about: Guidance };
