import type { erasing as english } from '../en/erasing.ts';

/** Anghofio preswylydd: dau swyddog sy’n penderfynu. */
export const erasing: typeof english = {
  link: 'Anghofio’r preswylydd hwn',
  title: (name) => `Anghofio ${name}`,
  goes: 'Mae popeth sy’n dweud pwy ydyn nhw yn mynd am byth: enw, gosodiadau, nodiadau atgoffa, dyddiadur, yr hyn a ddywedwyd wrthynt, galwadau yn ôl, a’u cartref os nad oes neb arall yn byw yno.',
  stays:
    'Yr hyn sy’n aros yw pwy wnaeth beth a phryd, heb enwau na geiriau, am chwe blynedd. Mae copïau wrth gefn yn dod i ben ohonynt eu hunain 35 diwrnod yn ddiweddarach. Rhowch gopi iddynt o’r hyn a gedwir cyn hynny, os ydynt am gael un.',
  how: 'Dau swyddog sy’n penderfynu. Yna mae pwy bynnag sy’n rhedeg Bellbird yn ei gyflawni.',
  notEnded:
    'Yn gyntaf dywedwch fod y gwasanaeth wedi dod i ben. Yna ni ddywedir dim wrthynt mwyach, a chymerir ymaith yr hyn sydd ar eu Echo.',
  sayEnded: 'Dweud ble maen nhw nawr',
  state: {
    asked: (name, at) => `Gofynnwyd gan ${name}, ${at}. Rhaid i swyddog arall gytuno.`,
    agreed: (name, at) => `Cytunwyd gan ${name}, ${at}. Mae’n aros am bwy bynnag sy’n rhedeg Bellbird.`,
    'taken-back': (name, at) => `Tynnwyd yn ôl gan ${name}, ${at}.`,
    erased: (name, at) => `Cyflawnwyd, ${at}. Gofynnwyd gan ${name}.`,
  },
  confirm: 'Beth ydych chi’n ei gadarnhau?',
  sure: {
    ask: 'Gofynnon nhw, neu rywun a gaiff benderfynu drostynt, am gael eu hanghofio',
    agree: 'Edrychais ar y cais fy hun, ac nid oes dim y mae’n rhaid ei gadw',
  },
  button: { ask: 'Gofyn amdano', agree: 'Cytuno', 'take-back': 'Ei dynnu yn ôl' },
  errors: {
    sure: 'Cadarnhewch ef cyn mynd ymlaen',
    'needs-another-officer': 'Chi a ofynnodd amdano. Rhaid i swyddog arall gytuno.',
    'nothing-to-decide': 'Penderfynwyd arno eisoes. Edrychwch eto.',
    'changed-meanwhile': 'Penderfynodd rhywun arall ar yr un pryd. Edrychwch eto.',
    'not-ended': 'Nid yw’r gwasanaeth wedi dod i ben i’r preswylydd hwn.',
  },
};
