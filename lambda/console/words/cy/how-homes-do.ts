import type { howHomesDo as english } from '../en/how-homes-do.ts';

/** Sut mae cartrefi’n dod ymlaen: beth y gall pob Echo ei wneud ohono’i hun, yr arwydd olaf o fywyd, a’r rhestrau. */
export const howHomesDo: typeof english = {
  after: {
    title: 'Ar ôl ymweliadau gosod',
    intro: 'Cartrefi a osodwyd yn y pedair wythnos diwethaf ac sydd angen i rywun edrych, o’r trydydd diwrnod ymlaen.',
    none: 'Mae pob cartref a osodwyd yn ddiweddar yn gwneud yn dda.',
    days: (days) => `${days} diwrnod yn ôl`,
    problems: {
      'not-finished': 'Dechreuwyd yr ymweliad ac ni chafodd ei orffen',
      'never-used': 'Heb ei ddefnyddio: nid oes neb wedi gofyn dim ers yr ymweliad',
      'not-placed': 'Heb ei osod: mae nodiadau atgoffa’n aros am ie wrth yr Echo',
      'no-sign-of-life': 'Dim arwydd o fywyd ers tridiau neu fwy',
    },
    check: 'Diwrnod 3: edrychiad cyntaf. Diwrnod 14: os yw’n dal yma, dylai rhywun fynd yn ôl.',
  },
  quiet: {
    title: 'Cartrefi tawel',
    intro:
      'Cartrefi ag Echo neu deledu heb arwydd o fywyd ers tridiau neu fwy. Nid yw tawel yn golygu all-lein: efallai nad oes neb wedi gofyn dim.',
    none: 'Nid oes cartref tawel ar y dudalen hon.',
  },
  speaks: {
    managed: 'Gall Bellbird siarad ohono’i hun ar yr Echo hwn, gan mai’r cyngor sy’n ei reoli.',
    anchor: (times) =>
      `Gall Bellbird siarad ohono’i hun ar yr Echo hwn am ${times}, drwy drefn y dywedodd y person ie iddi.`,
    placed: (count) =>
      count === 1
        ? 'Gall Bellbird siarad ohono’i hun ar yr Echo hwn: mae 1 nodyn atgoffa wedi’i osod yno ac yn canu hyd yn oed os ydym ni i lawr.'
        : `Gall Bellbird siarad ohono’i hun ar yr Echo hwn: mae ${count} nodyn atgoffa wedi’u gosod yno ac yn canu hyd yn oed os ydym ni i lawr.`,
    asked: 'Mae’r Echo hwn yn canu; clywir y geiriau pan ofynnir amdanynt.',
  },
  lacks: {
    notifications:
      'Mae hysbysiadau i ffwrdd, felly nid yw hyd yn oed yn canu. Yn ap Alexa: More, Skills, Bellbird, Settings, Notifications.',
    'placed-reminders':
      'Nid yw’r nodiadau atgoffa wedi’u gosod ar yr Echo eto. Maent yn aros am ie’r person yn eu sgwrs nesaf ag ef.',
  },
  managed: {
    online: (when: string) => `Dywedodd Amazon am ${when} ei fod ar-lein.`,
    offline: (when: string) =>
      `Dywedodd Amazon am ${when} ei fod all-lein. Ni all siarad nes ei fod wedi’i blygio i mewn ac ar y Wi-Fi eto.`,
    notKnown: 'Nid yw’n hysbys nawr a yw ar-lein.',
    pinned: 'Mae rhybudd brys ar ei sgrin nes bydd rhywun yn dweud ei fod wedi’i glywed.',
    perhapsPinned: 'Gall fod rhybudd brys ar ei sgrin. Mae hyn yn cael ei wirio.',
    noScreen: 'Nid oes ganddo sgrin lle gallai rhybudd sefyll.',
  },
  widget: {
    shows: 'Mae ei sgrin yn dangos beth sydd nesaf heddiw.',
    waits: 'Mae un Echo Show wedi’i ddiffodd. Bydd yn dangos beth sydd nesaf pan fydd wedi’i blygio i mewn eto.',
  },
  signs: {
    opened: 'agorwyd y sgìl',
    asked: 'gofynnwyd rhywbeth',
    'reminder-rang': 'canodd nodyn atgoffa',
    'card-shown': 'dangosodd y teledu gerdyn',
    pressed: 'pwyswyd OK ar y teledu',
    last: (when, what) => `Yr arwydd olaf o fywyd: ${when}, ${what}.`,
    never: 'Ni fu arwydd o fywyd eto.',
    cannotKnow: 'Ni ellir gwybod a yw Echo’r cartref ei hun all-lein.',
  },
};
