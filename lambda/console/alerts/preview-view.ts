import type { Alert, AlertWords } from '../../core/alerts/alert.ts';
import { contentOf } from '../../core/alerts/alert-source.ts';
import { startOf } from '../../core/alerts/check-content.ts';
import { speechSeconds } from '../../core/alerts/speech-seconds.ts';
import { type Delivery, deliveryOf } from '../../core/delivery/delivery.ts';
import { HANDLING_RULES } from '../../core/delivery/handling.ts';
import { localDateTime } from '../../core/kernel/uk-time.ts';
import type { Resident } from '../../core/people/resident.ts';
import { defaultSettings } from '../../core/people/settings.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { AlertDesk } from './alert-desk.ts';

/** Nobody: somebody to say the words to, with the settings that everybody begins with. */
const sampleResident = ({ words, council, now, today }: AlertDesk): Resident => ({
  council: council.id,
  id: 'sample',
  homeId: 'sample',
  fullName: words.alertForms.preview.sample,
  settings: defaultSettings(words.alertForms.preview.sample),
  presence: { kind: 'home' },
  consent: { state: 'given', decidedBy: 'resident', explainedBy: '', how: '', decidedOn: today, reviewOn: today },
  circle: [],
  groups: [],
  isPractice: true,
  lastAct: { number: 1, at: now, by: { kind: 'system', id: 'sample' }, did: 'sample' },
});

const sampleDelivery = (alert: Alert, { council, now }: AlertDesk): Delivery => {
  const { content, id } = alert;
  const handling = content.handling ?? 'notice';
  const dueAt = Math.max(startOf(content.starts ?? { kind: 'on-approval' }, now), now);
  return deliveryOf(
    {
      council: council.id,
      residentId: 'sample',
      source: { kind: 'alert', alertId: id, hash: '', mode: content.mode, chunk: 1 },
      handling,
      due: localDateTime(dueAt),
      dueAt,
      expiresAt: dueAt + HANDLING_RULES[handling].livesFor,
      content: contentOf(alert, council),
      ladder: [],
    },
    dueAt,
  );
};

const shown = ({ title, text }: AlertWords, isPrivate: boolean, { words }: AlertDesk) =>
  isPrivate ? { title: words.alertForms.preview.hidden } : { title, text };

/** How an Alert is said and shown, in the very words that a Channel is given, and the same of the correction kept ready. */
export const previewView = (needs: Pick<ConsoleNeeds, 'wording'>, alert: Alert, desk: AlertDesk) => {
  const resident = sampleResident(desk);
  const say = (one: Alert, aloud: boolean) => needs.wording(sampleDelivery(one, desk), resident, aloud).speech;
  const { rows } = desk.words.alerts;
  const { content } = alert;
  const aloud = say(alert, true);
  const corrected: Alert | undefined =
    content.correction === undefined
      ? undefined
      : { ...alert, corrects: alert.id, content: { ...content, words: content.correction } };
  return {
    for: desk.words.alertForms.preview.for(desk.words.alertForms.preview.sample),
    managed: aloud,
    seconds: desk.words.alertForms.preview.whole(rows.seconds(speechSeconds(aloud))),
    closed: say(alert, false),
    screen: { ...shown(content.words, content.isPrivate, desk), isUrgent: content.handling === 'urgent' },
    correction: corrected === undefined ? undefined : say(corrected, true),
  };
};
