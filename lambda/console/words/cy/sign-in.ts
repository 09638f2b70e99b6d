import type { signIn as english } from '../en/sign-in.ts';

/** Mewngofnodi, a’r tudalennau sy’n dweud bod rhywbeth o’i le. */
export const signIn: typeof english = {
  title: 'Mewngofnodi',
  lead: 'I ofalwyr a staff y cyngor. Rydych yn mewngofnodi gyda’r cyfrif a gawsoch gan y cyngor.',
  button: 'Mewngofnodi',
  notices: {
    'signed-out': 'Rydych wedi allgofnodi.',
    'timed-out':
      'Cawsoch eich allgofnodi am nad oeddech wedi defnyddio’r dudalen ers tro. Ni chollwyd dim yr oeddech wedi’i gadw.',
    refused: 'Ni weithiodd y mewngofnodi. Rhowch gynnig arall arni.',
    'not-known': 'Nid yw’ch cyfrif yn hysbys yma. Gofynnwch i’r cyngor am fynediad.',
    'took-too-long': 'Cymerodd y mewngofnodi ormod o amser. Rhowch gynnig arall arni.',
  },
  notFound: {
    title: 'Heb ddod o hyd i’r dudalen',
    lines: [
      'Os teipioch y cyfeiriad, gwnewch yn siŵr ei fod yn gywir.',
      'Os dilynoch ddolen, efallai fod y dudalen wedi’i dileu, neu nad oes gennych fynediad ati mwyach.',
    ],
  },
  fault: {
    title: 'Mae’n ddrwg gennym, aeth rhywbeth o’i le',
    lines: ['Ni orffennwyd yr hyn yr oeddech yn ei wneud. Rhowch gynnig arall arni ymhen ychydig funudau.'],
    ring: (phone) => `Os yw’n parhau, ffoniwch y cyngor ar ${phone}.`,
  },
  refusedForm: {
    title: 'Ni ellid derbyn y ffurflen hon',
    lines: [
      'Ni newidiwyd dim.',
      'Efallai fod y ffurflen wedi bod ar agor yn rhy hir, neu nad o’r dudalen hon y daeth. Ewch yn ôl, llwythwch y dudalen eto, ac anfonwch hi unwaith eto.',
    ],
  },
  tooLarge: {
    title: 'Mae’r ffurflen hon yn rhy hir',
    lines: ['Ni newidiwyd dim. Ewch yn ôl ac ysgrifennwch lai.'],
  },
  notAllowed: {
    title: 'Ni chewch wneud hyn',
    lines: ['Ni roddwyd yr hawl i chi wneud hyn. Gofynnwch i’r cyngor.'],
  },
  goToStart: 'Mynd i’r dudalen gyntaf',
};
