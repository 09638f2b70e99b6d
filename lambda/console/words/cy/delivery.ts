import type { delivery as english } from '../en/delivery.ts';

/** Yr hyn sy’n hysbys am beth oedd i’w ddweud. Mae’r geiriau’n dilyn y dystiolaeth. */
export const delivery: typeof english = {
  coming: 'Nid yw’n bryd eto',
  waiting: 'Yn aros i gael ei ddweud',
  held: 'Yn aros: cânt ei glywed y tro nesaf y byddant yn agor Bellbird',
  claimed: 'Yn cael ei anfon nawr',
  uncertain: 'Ni wyddom a gafodd ei anfon',
  sent: (at) => `Anfonwyd i’r Echo am ${at}`,
  sentNoTime: 'Anfonwyd i’r Echo',
  shown: 'Dangoswyd ar y sgrin',
  spoken: (at) => `Dywedwyd am ${at}`,
  readOut: (at) => `Darllenwyd am ${at}. Ni wyddom a gafodd ei glywed`,
  done: (at) => `Dywedwyd ei fod wedi’i wneud am ${at}`,
  heard: (at) => `Dywedwyd ei fod wedi’i glywed am ${at}`,
  notYet: (at) => `Dywedwyd “ddim eto” am ${at}`,
  noReply: 'Dim ateb',
  noReplyYet: 'Dim ateb eto',
  notTold: (why) => `Heb ei ddweud: ${why}`,
  why: {
    tooLate: 'roedd yn rhy hwyr i’w ddweud',
    expired: 'roedd yn hen',
    away: 'roeddent oddi cartref',
    notConfirmed: 'nid oedd neb wedi cadarnhau’r nodyn atgoffa ers iddynt ddod adref',
    withdrawn: 'tynnwyd y cydsyniad yn ôl',
    ended: 'mae’r gwasanaeth wedi dod i ben',
    unreachable: 'ni ellid cyrraedd yr Echo',
    restored: 'rhoddwyd Bellbird yn ôl o gopi hŷn, ac nid yw’n hysbys beth a ddywedwyd yn y cyfamser',
    failed: 'aeth rhywbeth o’i le yn Bellbird',
  },
  cancelled: 'Canslwyd cyn ei ddweud',
  superseded: 'Daeth newid arall yn ei le',
};
