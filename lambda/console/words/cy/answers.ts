import type { answers as english } from '../en/answers.ts';

/** Yr hyn y mae pobl yn ei glywed pan ofynnant am rywbeth. */
export const answers: typeof english = {
  title: 'Atebion',
  lead: 'Yr hyn y mae pobl yn ei glywed pan ofynnant i’w Echo am rywbeth y mae’r cyngor yn ei wneud.',
  unwritten: 'Nid oes neb wedi ysgrifennu hwn eto. Mae pobl yn clywed rhif y cyngor yn lle hynny.',
  written: (when) => `Ysgrifennwyd ddiwethaf ${when}`,
  change: 'Newid',
  write: 'Ysgrifennu',
  about: (subject) => ` yr ateb am ${subject}`,
  gaps: 'Gofynnwyd, heb ateb',
  gapsLead:
    'Yn y 28 diwrnod diwethaf. Dim ond y geiriau hyn a gedwir: dim am bwy a ofynnodd, na beth arall a ddywedwyd.',
  noGaps: 'Ni ofynnwyd am ddim yn ofer.',
  gap: 'Gofynnwyd am',
  times: 'Sawl gwaith',
  notUnderstood: 'Rhywbeth na chafodd ei ddeall',
  formTitle: (subject) => `Yr hyn y mae pobl yn ei glywed am ${subject}`,
  answer: 'Yr ateb',
  answerHint: 'Un frawddeg sy’n dweud y cyfan. Dim mwy nag 20 gair: caiff ei chlywed, nid ei darllen.',
  fact1: 'Un peth arall (os oes angen)',
  fact2: 'Ac un arall (os oes angen)',
  factHint: 'Dim mwy nag 20 gair.',
  phone: 'Rhif ffôn (os oes un)',
  phoneHint: 'Caiff ei ddweud yn araf, ddwywaith.',
  save: 'Cadw’r ateb hwn',
  saved: 'Mae’r ateb wedi’i gadw. Caiff ei glywed o hyn ymlaen.',
  mayNot: 'Nid ydych wedi cael yr hawl i ysgrifennu atebion.',
  changed: 'Mae rhywun arall wedi ysgrifennu’r ateb hwn yn y cyfamser. Eu hateb nhw a glywir nawr',
  changedMeans: 'Mae eich un chi isod. Cadwch ef i’w roi yn lle eu hateb nhw.',
  problems: {
    empty: 'Ysgrifennwch yr ateb',
    'too-long': 'Defnyddiwch ddim mwy nag 20 gair a 160 o lythrennau',
    'no-phone-number': 'Rhowch rif ffôn, fel 01632 960001',
  },
};
