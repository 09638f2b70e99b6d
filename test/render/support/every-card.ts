import type { ShownCard } from '../../../lambda/core/delivery/show-cards.ts';
import type { DiaryEntry } from '../../../lambda/core/diary/diary-entry.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { SPEAKING_LEVELS } from '../../../lambda/core/pairing/echo.ts';
import type { Settings } from '../../../lambda/core/people/settings.ts';
import { type CardPlace, type CardWords, renderCardWith } from '../../../lambda/render/render-card.ts';
import { renderNextWith } from '../../../lambda/render/render-next.ts';
import { widgetWordsWith } from '../../../lambda/render/render-widget.ts';
import type { Says } from '../../../lambda/render/voice.ts';
import { anAppointment, aVisit } from '../../support/builders/things-told.ts';
import { aMessage, anAlertMessage, aReminderDelivery, aResident } from './builders.ts';

const NOW = instantOf('2026-11-24T10:00');
const council = { name: 'Harbour County Council', phone: '01632 960100' };

/** Every way in which a Card can be shown, at every kind of Home. */
export const everyShownCard = (name = 'Bill'): readonly ShownCard[] => {
  const deliveries = [
    aReminderDelivery('2026-11-24T08:00'),
    aReminderDelivery('2026-11-24T08:00', 'drink'),
    aMessage(),
    ...(['urgent', 'appointment', 'routine', 'notice', 'social'] as const).map((handling) =>
      anAlertMessage({ title: name, text: name }, { handling }),
    ),
    anAlertMessage({ isPrivate: true, isCorrection: true }),
  ];
  return deliveries.flatMap((delivery) =>
    [{}, { steadyWords: true }].flatMap((settings: Partial<Settings>) =>
      [false, true].flatMap((flag) => [
        {
          delivery,
          resident: aResident({ ...settings, nameToUse: name }),
          isPersonal: true,
          isHidden: flag,
          isLate: !flag,
          namesWhom: flag,
        },
        {
          delivery,
          resident: aResident({ ...settings, nameToUse: name }),
          isPersonal: false,
          isHidden: false,
          isLate: flag,
          namesWhom: !flag,
        },
      ]),
    ),
  );
};

export const everyPlace: readonly CardPlace[] = SPEAKING_LEVELS.flatMap((level) =>
  [true, false].map((hasEcho) => ({ level, hasEcho, council, now: NOW })),
);

/** Words every Card, and everything that can be next: in the Diary, or on the widget of an Echo Show. */
export const everyCardWith = (says: Says, name = 'Bill'): readonly CardWords[] => {
  const render = renderCardWith(says);
  const next = renderNextWith(says);
  const entries: readonly DiaryEntry[] = [
    ...['09:00', '14:00', '19:00', '23:00'].map((time) => aVisit({ at: `2026-11-24T${time}` })),
    anAppointment({ at: '2026-11-24T15:00' }),
    anAppointment({ what: 'outing', at: '2026-11-24T15:00' }),
  ];
  for (const level of SPEAKING_LEVELS)
    for (const entry of entries)
      for (const day of ['today', 'tomorrow'] as const)
        for (const namesWhom of [true, false])
          for (const privateItems of ['shown', 'hidden'] as const)
            next({ entry, day }, aResident({ screen: { on: true, privateItems } }), { level, namesWhom, now: NOW });
  const widget = widgetWordsWith(says);
  for (const level of SPEAKING_LEVELS)
    for (const at of ['2026-11-24T09:00', '2026-11-24T14:00', '2026-11-24T19:00', '2026-11-24T23:00'])
      for (const namesWhom of [true, false])
        widget({ resident: aResident(), at, until: NOW, what: { kind: 'reminder' }, namesWhom }, level, NOW);
  return everyPlace.flatMap((place) =>
    everyShownCard(name).flatMap((card) => {
      const { words, hidden } = render(card, place);
      return hidden === undefined ? [words] : [words, hidden];
    }),
  );
};
