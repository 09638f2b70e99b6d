import type { presence as english } from '../en/presence.ts';

/** Ble mae preswylydd, a’r nodiadau atgoffa i’w cadarnhau pan ddaw adref. */
export const presence: typeof english = {
  title: (name) => `Ble mae ${name}?`,
  nowIs: (where) => `Nawr: ${where}.`,
  now: {
    home: 'Gartref',
    hospital: 'Yn yr ysbyty',
    respite: 'I ffwrdd am ofal seibiant',
    holiday: 'Ar wyliau',
    ended: 'Mae’r gwasanaeth wedi dod i ben',
  },
  since: (day) => `Ers ${day.replace('Dydd', 'dydd')}.`,
  until: (day) => `Disgwylir adref: ${day.replace('Dydd', 'dydd')}.`,
  untilNotKnown: 'Nid yw’n hysbys pryd y dônt adref.',
  overdue: (name, day) =>
    `Roedd disgwyl ${name} adref: ${day.replace('Dydd', 'dydd')}. Ni ddywedir dim nes i rywun ddweud eu bod gartref.`,
  change: 'Dweud ble maen nhw nawr',
  history: 'Pwy ddywedodd hynny',
  did: { 'came-home': 'Gartref eto', 'went-away': 'I ffwrdd', ended: 'Daeth y gwasanaeth i ben' },
  choose: {
    hint: 'Mae’n penderfynu a ddywedir, a ddangosir neu a anfonir unrhyw beth.',
    home: 'Gartref',
    homeHint: 'Caiff pob nodyn atgoffa ei gadarnhau yn gyntaf, am y gall pethau fod wedi newid.',
    or: 'neu',
    moved: 'Maent wedi symud i ffwrdd',
    left: 'Maent wedi gadael y gwasanaeth',
    died: 'Maent wedi marw',
    endedHint: 'Ni ddywedir, ni ddangosir ac ni anfonir dim byth eto. Ni ellir dadwneud hyn.',
  },
  dates: {
    title: (name) => `Pryd mae ${name} i ffwrdd?`,
    since: 'Ers pa ddiwrnod?',
    until: 'Tan ba ddiwrnod?',
    untilHint: (example) =>
      `Y diwrnod y disgwylir nhw adref, er enghraifft ${example}. Gadewch ef yn wag os nad yw’n hysbys.`,
    sinceHint: (example) => `Er enghraifft, ${example}`,
  },
  next: 'Parhau',
  check: {
    title: 'Gwiriwch cyn cadw',
    where: 'Ble',
    since: 'Ers',
    until: 'Disgwylir adref',
    notKnown: 'Nid yw’n hysbys',
    means: 'Beth mae hyn yn ei wneud',
    home: (name) =>
      `Mae Bellbird yn siarad â ${name} eto ar unwaith. Dim ond pan fydd rhywun wedi cadarnhau nodyn atgoffa y caiff ei ddweud eto.`,
    away: (name) =>
      `Ni ddywedir, ni ddangosir ac ni anfonir dim at ${name} o hyn ymlaen. Ni ddywedir nodiadau atgoffa sy’n syrthio, ac ni rhybuddir neb amdanynt.`,
    ended: (name) =>
      `Ni ddywedir, ni ddangosir ac ni anfonir dim at ${name} byth eto, ar unrhyw Echo na sgrin. Ni ellir dadwneud hyn. Cedwir y rheswm ar gyfer cofnodion y cyngor ac ni chaiff byth ei ddweud.`,
    save: 'Cadw hyn',
    end: 'Dod â’r gwasanaeth i ben am byth',
    no: 'Mynd yn ôl heb gadw',
  },
  done: {
    'came-home': (name) => `Mae ${name} gartref eto.`,
    'went-away': (name) => `Nodwyd bod ${name} i ffwrdd. Ni ddywedir dim nes eu bod gartref.`,
    ended: (name) => `Mae’r gwasanaeth i ${name} wedi dod i ben.`,
  },
  errors: {
    whereMissing: 'Dewiswch ble maen nhw',
    alreadySo: 'Nodwyd hyn eisoes. Dewiswch rywbeth arall, neu ewch yn ôl',
    sinceMissing: 'Rhowch y diwrnod cyntaf i ffwrdd',
    dateWrong: 'Rhowch ddyddiad go iawn, fel 27 3 2027',
    dateIncomplete: 'Rhowch ddiwrnod, mis a blwyddyn',
    sinceNotPossible: 'Rhaid i’r diwrnod cyntaf i ffwrdd fod heddiw neu yn y flwyddyn ddiwethaf',
    untilNotPossible: 'Rhaid i’r diwrnod y disgwylir nhw adref fod heddiw neu yn y flwyddyn nesaf',
    meanwhile: 'Mae rhywun arall newydd newid hyn. Edrychwch sut y mae nawr, yna dewiswch',
  },
  final: (name) => `Mae’r gwasanaeth i ${name} wedi dod i ben. Ni ellir newid hynny.`,
  confirm: {
    title: 'Cadarnhau’r nodiadau atgoffa',
    lead: (name) =>
      `Daeth ${name} adref. Gall pethau fod wedi newid, felly ni ddywedir nodyn atgoffa nes i rywun edrych arno.`,
    toConfirm: (count) => (count === 1 ? 'Cadarnhau 1 nodyn atgoffa' : `Cadarnhau ${count} nodyn atgoffa`),
    waits: (name) => `Daeth ${name} adref, ac nid yw pob nodyn atgoffa wedi’i gadarnhau. Ni ddywedir y rheini.`,
    onPage: 'Daethant adref ers gosod hwn. Ni chaiff ei ddweud nes i rywun ei gadarnhau.',
    coming: 'Ni chaiff ei ddweud oni bai y caiff ei gadarnhau',
    keep: 'Ei gadw fel y mae',
    change: 'Ei newid',
    cancel: 'Ei ganslo',
    nothing: 'Nid oes nodyn atgoffa yn aros i gael ei gadarnhau.',
    toResident: (name) => `Mynd i dudalen ${name}`,
  },
};
