import type { placing as english } from '../en/placing.ts';

/** A yw nodyn atgoffa ar yr Echo ei hun, ac os nad yw, pam. */
export const placing: typeof english = {
  title: 'Ar yr Echo',
  onTheEcho: 'Mae’r Echo yn canu ar ei gyfer ar ei ben ei hun, hyd yn oed pan nad yw’r rhyngrwyd yn gweithio.',
  rang: (when: string) => `Canodd ddiwethaf am ${when}. Nid ydym yn gwybod a glywodd rhywun ef.`,
  movedAtEcho: (rule) => `Wedi’i symud ar yr Echo, neu yn ap Alexa. Mae’n canu yno ohono’i hun nawr: ${rule}`,
  movedMeans:
    'Nid yw Bellbird yn ei symud yn ôl. Ar yr amser sydd yma mae’r Echo yn canu cloch. Newidiwch y nodyn hwn i wneud y ddau yr un fath.',
  mayRingAsBefore: 'Nid yw hyn wedi’i newid ar yr Echo eto. Gall ganu fel o’r blaen o hyd.',
  troubles: {
    'no-permission': 'Mae’r Echo wedi cael gwybod i beidio â gadael i Bellbird osod nodiadau atgoffa.',
    'link-stale': 'Mae Bellbird wedi’i ddiffodd yn ap Alexa.',
  },
  atARoutine:
    'Mae trefn ar yr Echo yn cychwyn Bellbird ar yr amser hwn. Yna mae Bellbird yn dweud beth sydd i’w wneud.',
  waitsForYes: (name: string) =>
    `Mae’r Echo yn gwneud sain. Gall ganu ar ei ben ei hun pan fydd ${name} wedi dweud ie: mae Bellbird yn gofyn pan gaiff ei agor nesaf.`,
  tooLong: (label: string, name: string) =>
    `Dim ond sain mae’r Echo yn ei gwneud ar gyfer ${label}. Nid oes neb wedi gofyn i ${name} eto, neu nid oes ateb, ers deuddydd.`,
  helpThem: (name: string) => `Gofynnwch i ${name} ddweud: Alexa, open bell bird.`,
  whyNot: {
    'said-no': (name: string) => `Dywedodd ${name} na i’w gael ar yr Echo. Mae’r Echo yn gwneud sain yn lle hynny.`,
    'no-permission': (name: string) =>
      `Nid yw ${name} wedi gadael i Alexa osod nodiadau atgoffa i Bellbird. Mae’r Echo yn gwneud sain yn lle hynny. Gellir ei ganiatáu yn ap Alexa.`,
    'removed-at-echo': (name: string) =>
      `Wedi’i dynnu oddi ar yr Echo, gan ${name} neu rywun sydd ag ap Alexa. Nid yw Bellbird yn ei roi yn ôl. Mae’r Echo yn gwneud sain yn lle hynny.`,
    'device-cannot-ring': () => 'Ni all yr Echo hwn ganu ar gyfer nodiadau atgoffa. Mae’n gwneud sain yn lle hynny.',
    'too-many-on-echo': () =>
      'Mae gormod o nodiadau atgoffa ar yr Echo hwn. Mae’n gwneud sain ar gyfer hwn yn lle hynny.',
  },
  cannotHold: {
    title: 'Mae’r Echo yn gwneud sain ar gyfer hwn. Ni all gadw’r rheol hon ar ei ben ei hun:',
    'counts-days': 'mae’n cyfrif diwrnodau neu wythnosau.',
    'counts-hours': 'mae’n cyfrif oriau.',
    'nth-weekday': 'mae’n enwi’r cyntaf, yr ail, y trydydd, y pedwerydd neu’r olaf o ddiwrnod o’r wythnos.',
    'end-of-month': 'mae’n digwydd ar ddiwrnodau olaf mis.',
    'bank-holidays': 'mae’n gwybod am wyliau banc.',
    'leaves-out-days': 'mae’n gadael diwrnodau allan.',
    'clock-change-hour': 'mae’n digwydd yn yr awr pan fydd y clociau’n newid.',
    'many-times': 'mae ganddo fwy na thri amser y dydd.',
    'follows-bin-days': 'mae’n dilyn y diwrnodau biniau, a all gael eu symud gan y cyngor.',
  },
};
