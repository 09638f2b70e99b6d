// Not a test of its own: ask-sdk-test.test.ts runs it and expects it to fail.
import { AlexaTest, LaunchRequestBuilder } from './ask-sdk-test.ts';
import { handler, settings } from './sample-skill.ts';

new AlexaTest(handler, settings).test(
  [{ request: new LaunchRequestBuilder(settings).build(), says: 'Which year?', shouldEndSession: false }],
  'words that nobody says',
);
