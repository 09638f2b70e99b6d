/**
 * What Amazon's built-in intents understand without any sample of ours. They are Amazon's and not part of our model, so
 * they stand here and nowhere else. Source: Alexa Skills Kit documentation, "Standard Built-in Intents", as remembered;
 * the live list may be longer.
 */
export const ALEXAS_OWN_PHRASES: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.CancelIntent': ['cancel', 'never mind', 'forget it'],
  'AMAZON.HelpIntent': ['help', 'help me', 'can you help me'],
  'AMAZON.NavigateHomeIntent': ['go home', 'home'],
  'AMAZON.NextIntent': ['next', 'skip', 'skip forward'],
  'AMAZON.NoIntent': ['no', 'no thanks'],
  'AMAZON.PreviousIntent': ['previous', 'go back', 'skip back'],
  'AMAZON.RepeatIntent': ['repeat', 'repeat that', 'say that again'],
  'AMAZON.StartOverIntent': ['start over', 'restart', 'start again'],
  'AMAZON.StopIntent': ['stop', 'off', 'shut up'],
  'AMAZON.YesIntent': ['yes', 'yes please', 'sure'],
};
