import type { common as english } from '../en/common.ts';

/** Ffrâm pob tudalen. */
export const common: typeof english = {
  htmlLang: 'cy',
  service: 'Bellbird',
  skip: 'Neidio i’r prif gynnwys',
  menu: 'Dewislen',
  back: 'Yn ôl',
  language: 'Iaith',
  navigation: {
    label: 'Prif dudalennau',
    residents: 'Eich preswylwyr',
    homes: 'Cartrefi a phreswylwyr',
    callBacks: 'Galwadau yn ôl',
    alerts: 'Rhybuddion',
    sending: 'Anfon',
    answers: 'Atebion',
    safetyWords: 'Geiriau diogelwch',
    duty: 'Rhestr ddyletswydd',
  },
  footer: {
    accessibility: 'Datganiad hygyrchedd',
    privacy: 'Preifatrwydd',
    label: 'Am y gwasanaeth hwn',
    notAnAlarm: 'Nid gwasanaeth larwm yw Bellbird. Os oes rhywun mewn perygl, ffoniwch 999.',
  },
  signedInAs: (name) => `Wedi mewngofnodi fel ${name}`,
  signOut: 'Allgofnodi',
  errorPrefix: 'Gwall: ',
  problem: 'Mae problem',
  done: 'Wedi’i wneud',
  warning: 'Rhybudd',
  nextPage: 'Tudalen nesaf',
  firstPage: 'Tudalen gyntaf',
  pages: 'Tudalennau',
  dateParts: { day: 'Diwrnod', month: 'Mis', year: 'Blwyddyn' },
  change: 'Newid',
};
