import type { phraseCard as english } from '../en/phrase-card.ts';

/** Y cerdyn ymadroddion, a sut y siaredir â rhywun. Saesneg yw'r hyn a ddywedir wrth Alexa. Mae angen i gyfieithydd ei wirio. */
export const phraseCard: typeof english = {
  link: 'Cerdyn o’r hyn i’w ddweud, i’w argraffu',
  title: (name: string) => `Bellbird i ${name}`,
  print: 'Argraffwch ef ar un ochr o A4, a’i osod wrth ymyl yr Echo.',
  whatIsNotThere: 'Nid oes enwau gofalwyr nac amserau arno: gall pwy bynnag a ddaw i mewn ei ddarllen.',
  first: 'Yn gyntaf dywedwch',
  or: 'neu, ar gyfer heddiw',
  next: 'Yna gallwch ddweud',
  louder: 'Os yw’n rhy dawel, dywedwch',
  person: (council: string) => `I siarad â pherson, ffoniwch ${council}`,
  notAnAlarm: 'Nid larwm yw hwn. Os yw’n fater brys, ffoniwch 999.',
  orPendant: 'Neu pwyswch eich botwm argyfwng.',
  settings: {
    title: 'Sut mae Bellbird yn siarad â nhw',
    note: 'Gallant ei newid drwy ddweud hynny, er enghraifft: “speak slower”.',
    rate: {
      slower: 'Yn llawer arafach nag arfer',
      slow: 'Ychydig yn arafach nag arfer',
      normal: 'Ar y cyflymder arferol',
      fast: 'Ychydig yn gyflymach nag arfer',
    },
    pauses: 'gyda seibiau hirach',
    length: { short: 'Atebion byr', full: 'Atebion llawn' },
    oneAtATime: 'Un peth ar y tro',
    voice: {
      alexa: 'Yn llais Alexa ei hun',
      amy: 'Yn y llais o’r enw Amy',
      brian: 'Yn y llais o’r enw Brian',
      emma: 'Yn y llais o’r enw Emma',
    },
    textSize: {
      large: 'Llythrennau mawr ar sgriniau',
      larger: 'Llythrennau mwy ar sgriniau',
      largest: 'Y llythrennau mwyaf ar sgriniau',
    },
    quiet: (from: string, to: string) => `Mae negeseuon yn aros o ${from} tan ${to}; nid yw rhai brys`,
    noQuiet: 'Daw negeseuon ar unrhyw adeg',
    screen: { on: 'Rhoddir negeseuon ar y teledu', off: 'Ni roddir dim ar y teledu' },
  },
};
