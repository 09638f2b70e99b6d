import type { Directive } from 'ask-sdk-model';
import { isId } from '../core/kernel/ids.ts';
import { isLocalTime, type LocalTime } from '../core/kernel/uk-time.ts';
import { flagIn, isSmall, numberIn, type Small, smallIn, textIn } from './small-values.ts';

/** What Alexa is to ask by herself: for the permission to set a reminder, or whether a routine may start us. */
export type Connection =
  | { readonly about: 'permission'; readonly reminderId: string }
  | { readonly about: 'routine'; readonly time: LocalTime }
  | { readonly about: 'words' };

/**
 * What comes back with her answer: the attributes of the session do not, so what is needed of it travels here. `placed`: how many
 * placement questions this conversation has had.
 */
export type ConnectionState = Connection & {
  readonly residentId: string;
  readonly opened: boolean;
  readonly placed: number;
};

export const REMINDERS_SCOPE = 'alexa::alerts:reminders:skill:readwrite';

/** The task of ours that a routine starts (declared in the manifest under `apis.custom.tasks`). */
export const MY_DAY_TASK = 'MyDay';

/** The same task for the routine by words: somebody asked, so it always answers. */
export const ASKED_TASK = 'MyDayAsked';

/** What somebody can say for the routine by words, the most wanted first. */
const UTTERANCES = ['my day', 'what is my day', 'tell me my day'];

const triggerOf = (connection: Extract<Connection, { about: 'routine' | 'words' }>) =>
  connection.about === 'words'
    ? {
        type: 'Alexa.Automation.Trigger.Voice.CustomUtterance',
        version: '1.0',
        payload: { utterances: UTTERANCES, locale: 'en-GB' },
      }
    : {
        type: 'Alexa.Automation.Trigger.Schedule.AbsoluteTime',
        version: '1.0',
        payload: {
          schedule: {
            triggerTime: `${connection.time.replace(':', '')}00`,
            timeZoneId: 'Europe/London',
            recurrence: 'RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=SU,MO,TU,WE,TH,FR,SA',
          },
        },
      };

const taskOf = ({ about }: Connection): string => (about === 'words' ? ASKED_TASK : MY_DAY_TASK);

const OPERATION = 'my-day';

/** The routine that starts our task (Amazon, "Pre-Built Routine API Reference"). */
const automation = (skillId: string, connection: Extract<Connection, { about: 'routine' | 'words' }>) => ({
  automation: {
    trigger: triggerOf(connection),
    operations: {
      serial: [
        {
          operation: {
            type: 'Alexa.Automation.Operation.Skill.StartConnection',
            version: '1.0',
            operationId: OPERATION,
            payload: {
              connectionRequest: {
                uri: `connection://${skillId}.${taskOf(connection)}/1?provider=${skillId}`,
                input: {},
              },
            },
          },
        },
      ],
    },
  },
  renderingData: { operations: { [OPERATION]: { descriptionPrompt: 'tell you what is due' } } },
});

/** The directive by which Alexa asks. The session must not listen by itself meanwhile (`shouldEndSession` is left out). */
export const connectionDirective = (skillId: string, state: ConnectionState): Directive => {
  const token = JSON.stringify(state);
  if (state.about === 'permission')
    return {
      type: 'Connections.SendRequest',
      name: 'AskFor',
      payload: { '@type': 'AskForPermissionsConsentRequest', '@version': '1', permissionScope: REMINDERS_SCOPE },
      token,
    };
  return {
    type: 'Connections.StartConnection',
    uri: 'connection://AMAZON.OfferAutomation/1',
    input: automation(skillId, state),
    token,
    onCompletion: 'RESUME_SESSION',
  };
};

const stateIn = (text: string | undefined): ConnectionState | undefined => {
  const small = parsed(text);
  const residentId = small === undefined ? undefined : textIn(small, 'residentId');
  if (small === undefined || residentId === undefined || !isId(residentId)) return undefined;
  const shared = { residentId, opened: flagIn(small, 'opened'), placed: numberIn(small, 'placed') };
  const [reminderId, time] = [textIn(small, 'reminderId'), textIn(small, 'time')];
  switch (small.about) {
    case 'permission':
      return reminderId === undefined || !isId(reminderId) ? undefined : { about: 'permission', reminderId, ...shared };
    case 'routine':
      return time === undefined || !isLocalTime(time) ? undefined : { about: 'routine', time, ...shared };
    case 'words':
      return { about: 'words', ...shared };
    default:
      return undefined;
  }
};

const parsed = (text: string | undefined): Small | undefined => {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isSmall(value) ? value : undefined;
  } catch {
    return undefined; // a token that is not ours
  }
};

/** What Alexa came back with. `unavailable`: she could not ask at all. */
export type CameBack = {
  readonly state: ConnectionState;
  readonly answer: 'yes' | 'no' | 'not-answered' | 'unavailable';
};

/** Permissions stand in one field in version 1, in a list in version 2 (facts, section 3.2). */
const statusIn = (payload: Small | undefined): unknown => {
  const list = payload?.permissionScopes;
  const [first] = Array.isArray(list) ? list : [];
  return payload?.status ?? (isSmall(first) ? first.status : undefined);
};

const permissionAnswer = (payload: Small | undefined, code: string | undefined): CameBack['answer'] => {
  if (code !== '200') return 'unavailable';
  const status = statusIn(payload);
  if (status === 'ACCEPTED') return 'yes';
  return status === 'NOT_ANSWERED' ? 'not-answered' : 'no';
};

/** A status that is good, or that says that it stands already, is a yes; any other reason than a refusal means that it cannot be had. */
const routineAnswer = (code: string | undefined, message: string | undefined): CameBack['answer'] => {
  if (code === '200' || message?.includes('AUTOMATION_ALREADY_ENABLED') === true) return 'yes';
  return message?.includes('REJECTED_BY_CUSTOMER') === true ? 'no' : 'unavailable';
};

/** Reads Alexa's answer to what we had her ask: `Connections.Response` or `SessionResumedRequest`. Undefined for any other request. */
export const cameBackIn = (request: Small): CameBack | undefined => {
  const isResumed = request.type === 'SessionResumedRequest';
  if (!isResumed && request.type !== 'Connections.Response') return undefined;
  const from = isResumed ? (smallIn(request, 'cause') ?? {}) : request;
  const raw = from.token;
  const state = stateIn(typeof raw === 'string' && raw.length < 1_000 ? raw : undefined);
  if (state === undefined) return undefined;
  const status = smallIn(from, 'status') ?? {};
  const [code, message] = [textIn(status, 'code'), textIn(status, 'message')];
  const answer =
    state.about === 'permission'
      ? permissionAnswer(smallIn(from, isResumed ? 'result' : 'payload'), code)
      : routineAnswer(code, message);
  return { state, answer };
};
