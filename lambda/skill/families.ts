import type { IntentName } from './intents.ts';

/**
 * What a request is about, in the words of an evaluation:
 *
 * - `visits`: who is coming and when; `appointments`: where to be; `reminders`: what is due, done and not yet;
 * - `messages`: reading and acknowledging; `answers`: what the council has written; `call-backs`: a person who rings;
 * - `settings`: how Bellbird speaks and shows; `pairing`: setting up an Echo or a television; `day-and-time`; `privacy`: who can hear, what is kept;
 * - `safety`: the five classes with fixed words; `control`: opening, yes and no, help, repeat, next, endings, and whether somebody is hurt;
 * - `unknown`: what was not understood.
 */
export const FAMILIES = [
  'visits',
  'appointments',
  'reminders',
  'messages',
  'answers',
  'call-backs',
  'settings',
  'pairing',
  'day-and-time',
  'privacy',
  'safety',
  'control',
  'unknown',
] as const;
export type Family = (typeof FAMILIES)[number];

const FAMILY_OF: Readonly<Record<IntentName, Family>> = {
  WhoIsComingIntent: 'visits',
  NextAppointmentIntent: 'appointments',
  AppointmentsOnDayIntent: 'appointments',
  MyRemindersIntent: 'reminders',
  ReminderDoneIntent: 'reminders',
  ReminderNotYetIntent: 'reminders',
  MyMessagesIntent: 'messages',
  AcknowledgeMessageIntent: 'messages',
  CareQuestionIntent: 'answers',
  ChangeSpeechIntent: 'settings',
  RingMeIntent: 'call-backs',
  PairEchoIntent: 'pairing',
  PairScreenIntent: 'pairing',
  UnpairEchoIntent: 'pairing',
  StopEverythingIntent: 'privacy',
  ForgetMeIntent: 'privacy',
  ScreenOffIntent: 'settings',
  ScreenOnIntent: 'settings',
  DayAndTimeIntent: 'day-and-time',
  HowAmIHeardIntent: 'privacy',
  WeatherIntent: 'answers',
  VolumeIntent: 'settings',
  AlexaHerselfIntent: 'answers',
  ProgrammeIntent: 'reminders',
  ChangeVisitIntent: 'visits',
  ChangeAppointmentIntent: 'appointments',
  CheckCallerIntent: 'visits',
  NotDoingItIntent: 'reminders',
  HealthQuestionIntent: 'answers',
  TakeCarerOffIntent: 'privacy',
  CarerSpeakingIntent: 'control',
  ImOkayIntent: 'control',
  GreetingIntent: 'control',
  UrgentHelpIntent: 'safety',
  SelfHarmIntent: 'safety',
  AbuseIntent: 'safety',
  TooManyTabletsIntent: 'safety',
  LowMoodIntent: 'safety',
  PerhapsHurtIntent: 'control',
  SetReminderIntent: 'reminders',
  ChangeReminderIntent: 'reminders',
  CancelReminderIntent: 'reminders',
  SnoozeReminderIntent: 'reminders',
  CorrectionIntent: 'control',
  FollowUpIntent: 'control',
  ItsMeIntent: 'control',
  TellCarerIntent: 'call-backs',
  RingFamilyIntent: 'call-backs',
  FamilyComingIntent: 'visits',
  SomeoneHereIntent: 'privacy',
  JustMeIntent: 'privacy',
  ChangeNameIntent: 'settings',
  QuietHoursIntent: 'settings',
  'AMAZON.HelpIntent': 'control',
  'AMAZON.StopIntent': 'control',
  'AMAZON.CancelIntent': 'control',
  'AMAZON.NavigateHomeIntent': 'control',
  'AMAZON.RepeatIntent': 'control',
  'AMAZON.YesIntent': 'control',
  'AMAZON.NoIntent': 'control',
  'AMAZON.NextIntent': 'control',
  'AMAZON.StartOverIntent': 'control',
  'AMAZON.FallbackIntent': 'unknown',
};

/** The family of an intent; without one the skill was opened. */
export const familyOf = (intent: IntentName | undefined): Family =>
  intent === undefined ? 'control' : FAMILY_OF[intent];
