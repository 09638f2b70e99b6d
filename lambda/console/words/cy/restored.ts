import type { restored as english } from '../en/restored.ts';

/** Ar ôl adfer: nid anfonir dim nes i swyddog adael i’r cyngor fynd ymlaen. */
export const restored: typeof english = {
  banner: 'Nid oes dim yn cael ei anfon. Rhoddwyd Bellbird yn ôl o gopi hŷn, a rhaid gadael iddo fynd ymlaen.',
  releasing: 'Nid oes dim yn cael ei anfon eto. Mae’r hyn a oedd i’w ddweud o’r blaen yn cael ei gau.',
  look: 'Gweld beth fyddai’n cael ei gau, a gadael iddo fynd ymlaen',
  title: 'Rhoddwyd Bellbird yn ôl o gopi hŷn',
  lead: 'Ni ddywedir ac ni anfonir dim at neb nes i rywun adael iddo fynd ymlaen. Mae’r Echo’n dal i ateb pan ofynnir iddo, mae setiau teledu’n dal i ddangos yr hyn a oedd ar agor pan wnaed y copi, ac mae’r tudalennau hyn yn dal i weithio.',
  why: 'Efallai bod yr hyn a oedd i’w ddweud yn y cyfamser wedi’i ddweud eisoes, ac nid oes neb yn gwybod. Felly ni chaiff ei ddweud eto: caiff ei gau heb ei anfon, ac mae’n sefyll ar dudalen pob preswylydd.',
  counts: 'Os gadewch iddo fynd ymlaen nawr, caiff hyn ei gau heb ei anfon',
  delivery: 'Negeseuon a nodiadau atgoffa sy’n aros i gael eu dweud',
  reminder: 'Amserau nodiadau atgoffa sydd wedi mynd heibio',
  alert: 'Rhybuddion heb eu rhyddhau, neu wedi’u rhyddhau’n rhannol',
  more: (count) => `Cyfrifwyd hyd at ${count} o bethau; mae mwy.`,
  later:
    'Mae rhybuddion sy’n dechrau’n hwyrach yn aros yn gymeradwy. Edrychwch ar bob un cyn iddo ddechrau: gallai fod wedi’i atal neu ei newid yn yr amser a gollwyd.',
  button: 'Cau’r rhain heb eu hanfon a mynd ymlaen',
  underWay: 'Mae’r hyn a oedd i’w ddweud yn cael ei gau',
  underWayLead:
    'Mae hyn yn mynd ymlaen ohono’i hun, hefyd os gadewch y dudalen hon. Mae Bellbird yn anfon eto pan fydd popeth wedi’i gau.',
  soFar: 'Wedi’u cau heb eu hanfon hyd yn hyn',
  again: 'Edrych eto',
  open: 'Mae Bellbird yn anfon',
  openLead: 'Nid oes dim yn cael ei ddal yn ôl.',
  last: (by, at) => `Gadawyd iddo fynd ymlaen ddiwethaf gan ${by}, ${at}.`,
  closed: 'Wedi’u cau heb eu hanfon bryd hynny',
  notErasedAgain:
    'Ddim eto. Mae pobl a oedd wedi gofyn am gael eu hanghofio yn y copi hŷn hwn eto. Rhaid i bwy bynnag sy’n rhedeg Bellbird eu tynnu allan yn gyntaf (llyfr rhedeg R15).',
  changed: 'Mae rhywun arall wedi gadael iddo fynd ymlaen ar yr un pryd. Edrychwch eto.',
};
