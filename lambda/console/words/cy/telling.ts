import type { telling as english } from '../en/telling.ts';

/** Sut y rhoddir gwybod i ofalwyr pan nad oes neb yn ateb. */
export const telling: typeof english = {
  title: 'Sut rydym yn rhoi gwybod i chi',
  about: (name) =>
    `Pan nad yw ${name} yn ateb nodyn atgoffa sy’n eich enwi chi, mae’n ymddangos ar eich tudalen. Gallwn hefyd anfon neges destun neu e-bost atoch.`,
  says: 'Mae’n dweud am bwy y mae, pa nodyn atgoffa, ac nad oes ateb eto. Dim byd arall. Mae dolen ynddo’n arwain at eich tudalen ar ôl i chi fewngofnodi.',
  agree: (name) => `Ydych chi’n cytuno i gael gwybod pan nad yw ${name} yn ateb?`,
  yes: 'Ydw, yn ystod yr oriau isod',
  hours: 'Yn ystod pa oriau?',
  no: 'Nac ydw',
  from: 'O',
  to: 'Tan',
  hoursHint: 'Er enghraifft, 8:00am. Y tu allan i’r oriau hyn mae ar eich tudalen yn unig.',
  text: 'Eich rhif ffôn symudol yn y DU',
  textHint: 'Er enghraifft, 07700 900123. Gadewch ef yn wag os nad ydych am gael negeseuon testun.',
  email: 'Eich cyfeiriad e-bost',
  emailHint: 'Fe’i defnyddir pan nad oes rhif ffôn symudol. Gadewch ef yn wag os nad ydych am gael e-byst.',
  forEverybody: 'Mae’r rhif a’r cyfeiriad yr un fath i bawb rydych yn gofalu amdanynt. Dim ond chi all eu newid.',
  save: 'Cadw sut rydym yn rhoi gwybod i chi',
  saved: 'Mae sut rydym yn rhoi gwybod i chi wedi’i gadw',
  change: 'Newid sut rydym yn rhoi gwybod i chi',
  now: {
    notAgreed: (name) => `Nid ydych wedi cytuno i gael gwybod pan nad yw ${name} yn ateb.`,
    onPage: (hours) =>
      `Rydych wedi cytuno i gael gwybod, ${hours}. Mae ar eich tudalen yn unig: nid oes gennym rif na chyfeiriad.`,
    byText: (hours) => `Rydych wedi cytuno i gael gwybod, ${hours}: ar eich tudalen a thrwy neges destun.`,
    byEmail: (hours) => `Rydych wedi cytuno i gael gwybod, ${hours}: ar eich tudalen a thrwy e-bost.`,
  },
  errors: {
    agreed: 'Dywedwch a ydych yn cytuno i gael gwybod',
    from: 'Rhowch yr amser o ba bryd y cawn roi gwybod i chi, er enghraifft 8:00am',
    to: 'Rhowch yr amser tan ba bryd y cawn roi gwybod i chi, er enghraifft 9:00pm',
    noHours: 'Rhaid i’r ddau amser fod yn wahanol',
    text: 'Rhowch rif ffôn symudol yn y DU, er enghraifft 07700 900123',
    email: 'Rhowch gyfeiriad e-bost, er enghraifft enw@example.org',
    meanwhile: 'Newidiwyd rhywbeth tra oeddech yn ysgrifennu. Gwiriwch a chadwch eto.',
  },
  by: { text: 'neges destun', email: 'e-bost' },
  sent: (by, who, at) => `Anfonwyd neges at ${who} drwy ${by} am ${at}. Ni wyddom a yw wedi’i gweld.`,
  opened: (who, at) => `Agorodd ${who} y neges am ${at}.`,
  notSurelySent: (by, who) => `Ni wyddom a anfonwyd y neges at ${who} drwy ${by}. Mae ar ei dudalen.`,
  notSent: (by, who) => `Ni ellid anfon y neges at ${who} drwy ${by}. Mae ar ei dudalen.`,
  triedAgain: (by, who) =>
    `Nid yw’r neges at ${who} drwy ${by} wedi’i hanfon eto. Rhoddir cynnig arall arni, ac mae ar ei dudalen.`,
  told: {
    title: 'Mae rhywbeth i chi ei weld',
    lines: [
      'Anfonodd Bellbird neges atoch am rywun rydych yn gofalu amdano.',
      'Er mwyn ei chadw’n breifat, dangosir beth yw hi ar ôl i chi fewngofnodi.',
    ],
    signIn: 'Mewngofnodi i’w gweld',
    see: 'Gweld am beth y mae',
    over: 'Nid yw’r ddolen hon yn arwain ymhellach',
    overLines: [
      'Mae dolen mewn neges yn gweithio am 48 awr, a dim ond i’r sawl yr anfonwyd hi ato.',
      'Mae beth bynnag sydd angen sylw o hyd ar eich tudalen.',
    ],
  },
};
