import type { forgetting as english } from '../en/forgetting.ts';

/** Pwy ofynnodd am gael ei anghofio. */
export const forgetting: typeof english = {
  title: 'I’w hanghofio',
  about:
    'Dywedodd y bobl hyn wrth eu Echo, a dweud ie ddwywaith, eu bod am gael eu hanghofio. Stopiodd popeth iddynt ar unwaith: ni leferir, ni ddangosir ac ni anfonir dim.',
  what: 'Mae gan y cyngor fis i ddileu’r hyn a gedwir amdanynt, neu i ddweud wrthynt pam na chaiff. Dywedwyd hynny wrthynt.',
  empty: 'Nid oes neb wedi gofyn am gael ei anghofio.',
  gone: 'Rhywun nad yw’n cael ei gadw yma mwyach',
  asked: (when) => `Gofynnwyd am ${when}`,
  by: (day) => `I’w ateb erbyn ${day}`,
  done: 'Mae wedi’i ddileu, neu dywedwyd wrthynt pam ddim',
  doneAt: (when) => `Caewyd am ${when}`,
  saved: 'Mae’r cais wedi’i gau.',
};
