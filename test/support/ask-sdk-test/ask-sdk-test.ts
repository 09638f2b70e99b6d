// `ask-sdk-test` under Node's test runner: import from here, never from the package, which needs its stand-in for mocha first.
import './mocha-is-node-test.ts';

export {
  AlexaTest,
  AplUserEventRequestBuilder,
  IntentRequestBuilder,
  LaunchRequestBuilder,
  RequestBuilder,
  type ResponseValidator,
  type SequenceItem,
  SessionEndedRequestBuilder,
  type SkillSettings,
} from 'ask-sdk-test';
