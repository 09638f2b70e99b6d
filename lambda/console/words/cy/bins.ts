import type { bins as english } from '../en/bins.ts';

/** Rowndiau lorïau biniau’r cyngor. */
export const bins: typeof english = {
  title: 'Rowndiau biniau',
  lead: 'Pa finiau a gesglir ar ba ddiwrnodau. Dywedir hyn wrth bobl pan ofynnant, a’r noson cynt os dewison nhw neu eu gofalwr hynny.',
  rounds: 'Y rowndiau',
  roundsHint:
    'Un llinell ar gyfer pob bin ym mhob rownd: enw’r rownd, bin, lliw, diwrnod, dyddiad cyntaf, bob faint o wythnosau (1 i 4). Yn Saesneg, er enghraifft: Saltmere A, recycling, green, Thursday, 2026-12-03, 2. Gallwch ludo celloedd taenlen.',
  kindsAre: (kinds) => `Biniau: ${kinds}.`,
  coloursAre: (colours) => `Lliwiau: ${colours}.`,
  moved: 'Diwrnodau sy’n symud',
  movedHint:
    'Un llinell ar gyfer pob un: y dyddiad arferol, a’r dyddiad yn ei le. Er enghraifft: 2026-12-25, 2026-12-28.',
  save: 'Cadw’r rowndiau',
  saved: 'Mae’r rowndiau wedi’u cadw. Fe’u dywedir o hyn ymlaen.',
  mayNot: 'Nid ydych wedi cael yr hawl i newid y rowndiau.',
  changedMeanwhile:
    'Mae rhywun arall wedi cadw rowndiau yn y cyfamser. Mae eich rhai chi isod. Cadwch nhw i’w rhoi yn lle eu rhai nhw',
  onLine: (line, problem) => `Llinell ${line}: ${problem}`,
  problems: {
    'not-six-columns': 'rhowch chwe pheth gyda choma rhyngddynt',
    'round-name': 'rhowch enw’r rownd, dim mwy na 40 o lythrennau',
    'unknown-bin': 'nid yw’r bin yn un o’r rhai a enwir yma',
    'unknown-colour': 'nid yw’r lliw yn un o’r rhai a enwir yma',
    'unknown-weekday': 'rhowch ddiwrnod yn Saesneg, fel Thursday',
    'not-a-date': 'rhowch y dyddiad cyntaf, fel 2026-12-03',
    'another-weekday': 'mae’r dyddiad cyntaf ar ddiwrnod arall',
    weeks: 'rhowch 1, 2, 3 neu 4 wythnos',
    'not-two-dates': 'rhowch ddau ddyddiad gwahanol, fel 2026-12-25, 2026-12-28',
    'moved-too-far': 'mae diwrnod yn symud o bythefnos ar y mwyaf',
    'too-many-lines': 'mae gormod o linellau',
  },
  ofHome: 'Rownd biniau',
  which: 'Ar ba rownd y mae’r cartref hwn?',
  notKnown: 'Nid yw’n hysbys',
  noRounds: 'Nid oes rowndiau wedi’u hysgrifennu eto.',
  choose: 'Cadw’r rownd',
  chosen: 'Mae’r rownd wedi’i chadw.',
  coming: 'Y diwrnodau biniau nesaf yma',
  reminderHint:
    'I gael gwybod y noson cynt, gosodwch nodyn atgoffa am y biniau sy’n dod bob dydd. Dim ond cyn diwrnod biniau y caiff ei ddweud.',
  errors: {
    'no-such-round': 'Dewiswch un o’r rowndiau',
    'changed-meanwhile': 'Mae rhywun arall wedi newid y cartref hwn yn y cyfamser. Rhowch gynnig arall arni',
  },
  line: (day, bins) => `${day}: ${bins}`,
  bin: (colour, kind) => `${colour} (${kind})`,
  kinds: {
    rubbish: 'sbwriel',
    recycling: 'ailgylchu',
    garden: 'gwastraff gardd',
    food: 'gwastraff bwyd',
    glass: 'gwydr',
    paper: 'papur',
  },
  colours: {
    black: 'du',
    grey: 'llwyd',
    green: 'gwyrdd',
    blue: 'glas',
    brown: 'brown',
    purple: 'porffor',
    red: 'coch',
    orange: 'oren',
    yellow: 'melyn',
    white: 'gwyn',
  },
};
