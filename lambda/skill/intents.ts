/** Every intent of the interaction model (interaction-models/en-GB.json), by name. */
export const INTENTS = [
  'WhoIsComingIntent',
  'NextAppointmentIntent',
  'AppointmentsOnDayIntent',
  'MyRemindersIntent',
  'ReminderDoneIntent',
  'ReminderNotYetIntent',
  'MyMessagesIntent',
  'AcknowledgeMessageIntent',
  'CareQuestionIntent',
  'ChangeSpeechIntent',
  'RingMeIntent',
  'PairEchoIntent',
  'PairScreenIntent',
  'ScreenOffIntent',
  'ScreenOnIntent',
  'DayAndTimeIntent',
  'HowAmIHeardIntent',
  'UrgentHelpIntent',
  'SelfHarmIntent',
  'AbuseIntent',
  'TooManyTabletsIntent',
  'LowMoodIntent',
  'AMAZON.HelpIntent',
  'AMAZON.StopIntent',
  'AMAZON.CancelIntent',
  'AMAZON.NavigateHomeIntent',
  'AMAZON.RepeatIntent',
  'AMAZON.YesIntent',
  'AMAZON.NoIntent',
  'AMAZON.NextIntent',
  'AMAZON.StartOverIntent',
  'AMAZON.FallbackIntent',
] as const;
export type IntentName = (typeof INTENTS)[number];

/** An intent of ours, or undefined for a name that is not in the model. */
export const intentNamed = (name: unknown): IntentName | undefined => INTENTS.find((known) => known === name);
