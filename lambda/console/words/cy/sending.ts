import type { sending as english } from '../en/sending.ts';

/** Y switsh sy’n dal anfon yn ôl. */
export const sending: typeof english = {
  banner: {
    routine: 'Dim ond pethau brys sy’n cael eu hanfon. Mae popeth arall yn cael ei ddal yn ôl.',
    everything: 'Nid oes dim yn cael ei anfon. Mae popeth yn cael ei ddal yn ôl.',
  },
  service: 'Newidiwyd hyn ar gyfer y gwasanaeth cyfan, gan y rhai sy’n ei redeg.',
  look: 'Gweld pwy a’i daliodd yn ôl a pham',
  title: 'Anfon',
  now: {
    nothing: 'Mae Bellbird yn anfon. Nid oes dim yn cael ei ddal yn ôl.',
    routine: 'Dim ond rhybuddion brys sy’n cael eu hanfon nawr.',
    everything: 'Nid oes dim yn cael ei anfon nawr.',
  },
  last: (by, at) => `Newidiwyd gan ${by}, ${at}.`,
  reasonGiven: (reason) => `Rheswm: ${reason}`,
  choose: 'Sut ddylai pethau fod?',
  choices: {
    nothing: {
      text: 'Anfon popeth',
      hint: 'Edrychir ar yr hyn a arhosodd o fewn munud. Mae’r hyn sy’n rhy hwyr erbyn hynny wedi’i golli ac yn sefyll ar bob tudalen; nid yw’n dod i gyd ar unwaith.',
    },
    routine: {
      text: 'Anfon rhybuddion brys yn unig',
      hint: 'Mae nodiadau atgoffa, negeseuon, hysbysiadau a negeseuon testun i ofalwyr yn aros. Mae rhybuddion brys yn dal i gael eu llefaru.',
    },
    everything: {
      text: 'Anfon dim',
      hint: 'Ni leferir dim ohono’i hun ac ni anfonir neges destun at neb, gan gynnwys rhybuddion brys. Mae’n dod i rym o fewn eiliadau.',
    },
  },
  stays:
    'Beth bynnag a ddewiswch, mae Echo’n dal i ateb pan ofynnir iddo, mae setiau teledu’n dal i ddangos yr hyn sydd wedi cyrraedd, ac mae’r tudalennau hyn yn gweithio. I dynnu un rhybudd anghywir yn ôl, stopiwch y rhybudd hwnnw yn lle hynny.',
  reason: 'Pam?',
  reasonHint: 'Gall pawb yn y cyngor ei ddarllen. Peidiwch ag enwi preswylydd.',
  button: 'Newid nawr',
  done: 'Mae anfon wedi’i newid.',
  errors: {
    choose: 'Dewiswch sut ddylai pethau fod',
    changed: 'Mae rhywun arall wedi’i newid yn y cyfamser. Edrychwch sut y mae nawr, a dewiswch eto',
    'reason-missing': 'Dywedwch pam',
    'reason-too-long': (atMost) => `Gall y rheswm fod ag ${atMost} nod ar y mwyaf`,
  },
};
