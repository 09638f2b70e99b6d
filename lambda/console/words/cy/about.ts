import type { about as english } from '../en/about.ts';

/** Y datganiad hygyrchedd a’r dudalen breifatrwydd. */
export const about: typeof english = {
  accessibility: {
    title: 'Datganiad hygyrchedd',
    parts: [
      {
        heading: 'Beth mae’r datganiad hwn yn ei gwmpasu',
        lines: [
          'Dyma’r tudalennau lle mae gofalwyr a staff y cyngor yn gofalu am nodiadau atgoffa a dyddiadur preswylydd. Rydym am i gynifer o bobl â phosibl allu eu defnyddio.',
          'Dylech allu chwyddo hyd at 400% heb sgrolio i’r ochr, defnyddio pob tudalen gyda bysellfwrdd yn unig, gwrando arni gyda darllenydd sgrin, a’i defnyddio heb JavaScript.',
        ],
      },
      {
        heading: 'Pa mor hygyrch ydyw',
        lines: [
          'Rydym yn profi pob tudalen yn erbyn Canllawiau Hygyrchedd Cynnwys y We fersiwn 2.2, lefel AA, gyda gwiriadau awtomatig a chyda bysellfwrdd. Ni wyddom am unrhyw fethiant. Nid yw gwiriadau awtomatig yn canfod popeth, ac nid yw’r tudalennau wedi’u profi eto gan bobl sy’n defnyddio technoleg gynorthwyol bob dydd.',
          'Nid yw’r tudalennau Cymraeg wedi’u gwirio eto gan gyfieithydd.',
        ],
      },
      {
        heading: 'Beth i’w wneud os cewch anhawster',
        lines: [
          'Dywedwch wrthym, a dywedwch sut yr hoffech gael ateb: print bras, hawdd ei ddeall, sain, neu ar bapur. Byddwn yn ateb o fewn deg diwrnod gwaith.',
        ],
      },
      {
        heading: 'Os nad ydych yn fodlon ar ein hateb',
        lines: [
          'Y Comisiwn Cydraddoldeb a Hawliau Dynol sy’n gorfodi Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Rhaglenni Symudol) (Rhif 2) 2018. Cysylltwch â’r Gwasanaeth Cynghori a Chymorth Cydraddoldeb.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Preifatrwydd',
    parts: [
      {
        heading: 'Beth rydym yn ei gadw',
        lines: [
          'Yr enw y mae preswylydd am gael ei alw, sut mae am i ni siarad ag ef, ei nodiadau atgoffa, ei ddyddiadur, a’r hyn a ddywedwyd pryd a’r ateb a gafwyd.',
          'Nid ydym yn gofyn am ddim am iechyd nac yn ei gadw: dim meddyginiaeth, dim salwch, dim rheswm dros apwyntiad.',
          'Amdanoch chi: eich enw, pa breswylwyr y cewch eu gweld, beth a newidioch a phryd.',
        ],
      },
      {
        heading: 'Pam rydym yn ei gadw',
        lines: [
          'Mae’r cyngor yn rhedeg y gwasanaeth hwn fel rhan o ofal cymdeithasol i oedolion ac yn gyfrifol am y wybodaeth. Mae pob preswylydd, neu rywun a gaiff benderfynu drosto, wedi cytuno a gall dynnu’n ôl ar unrhyw adeg.',
        ],
      },
      {
        heading: 'Pwy sy’n ei gweld',
        lines: [
          'Gofalwyr yng nghylch gofal y preswylydd, cyhyd ag y pery eu lle ynddo, a staff y cyngor sydd ei hangen. Mae Amazon yn derbyn y geiriau y mae Echo yn eu dweud ac yn eu clywed.',
          'Os yw gofalwr yn gofyn am gael gwybod drwy neges destun neu e-bost, mae GOV.UK Notify yn derbyn y rhif neu’r cyfeiriad a’r neges: pwy nad yw wedi ateb, ac i ba nodyn atgoffa.',
        ],
      },
      {
        heading: 'Am ba hyd rydym yn ei chadw',
        lines: [
          'Yr hyn a ddywedwyd a’r ateb: 90 diwrnod. Nodiadau atgoffa: nes eu canslo, a 30 diwrnod wedyn. Y cofnod o bwy a newidiodd beth: chwe blynedd.',
        ],
      },
      {
        heading: 'Cwcis',
        lines: [
          'Rydym yn defnyddio pedwar cwci a dim arall: mae un yn eich cadw wedi mewngofnodi, dau’n cadw’ch lle wrth i chi fewngofnodi, ac un yn cofio’r iaith a ddewisoch. Mae eu hangen er mwyn i’r gwasanaeth weithio.',
        ],
      },
    ],
  },
  ring: (council, phone) => `Ffoniwch ${council} ar ${phone}.`,
};
