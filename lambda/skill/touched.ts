import { TOUCHES, type Touch } from '../render/render-touches.ts';
import type { SlotHeard } from './asked.ts';
import type { IntentName } from './intents.ts';
import type { Session } from './session.ts';
import { type Small, textIn } from './small-values.ts';

/** What was pressed, as if it had been said. */
export type Touched = { readonly intent: IntentName; readonly slots: Readonly<Record<string, SlotHeard>> };

const INTENT_OF: Readonly<Record<Exclude<Touch, 'slower' | 'faster' | 'shorter'>, IntentName>> = {
  yes: 'AMAZON.YesIntent',
  no: 'AMAZON.NoIntent',
  again: 'AMAZON.RepeatIntent',
  'leave-it': 'AMAZON.CancelIntent',
  stop: 'AMAZON.StopIntent',
  visits: 'WhoIsComingIntent',
  messages: 'MyMessagesIntent',
  reminders: 'MyRemindersIntent',
  appointments: 'NextAppointmentIntent',
  'day-and-time': 'DayAndTimeIntent',
};

const asSaid = (touch: Touch): Touched => {
  switch (touch) {
    case 'slower':
    case 'faster':
    case 'shorter':
      return {
        intent: 'ChangeSpeechIntent',
        slots: { speechChange: { value: touch, id: touch.toUpperCase() } },
      };
    default:
      return { intent: INTENT_OF[touch], slots: {} };
  }
};

const NAME = 'bellbird.touch';

/** What a choice on the Screen sends when it is pressed: which it is, and the turn that it belongs to. */
export const touchArguments = (touch: Touch, turn: number): readonly string[] => [NAME, touch, String(turn)];

/**
 * What was pressed on the Screen (Amazon, "APL UserEvent"). Undefined: it is not ours, or it belongs to a screen that another has taken
 * the place of. A press twice, or from an old screen, is then no answer to a question that was never read.
 */
export const touchedIn = (request: Small, { turn }: Session): Touched | undefined => {
  const { arguments: pressed } = request;
  if (!Array.isArray(pressed)) return undefined;
  const [name, which, of] = pressed;
  const touch = TOUCHES.find((known) => known === which);
  return name !== NAME || touch === undefined || of !== String(turn) ? undefined : asSaid(touch);
};

/** Whether somebody pressed something on our Screen, and not on another skill's. */
export const isTouch = (request: Small): boolean => {
  const { arguments: pressed } = request;
  return (
    textIn(request, 'type') === 'Alexa.Presentation.APL.UserEvent' && Array.isArray(pressed) && pressed[0] === NAME
  );
};
