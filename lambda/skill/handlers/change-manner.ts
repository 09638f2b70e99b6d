import { isLocalTime } from '../../core/kernel/uk-time.ts';
import type { MannerChange } from '../../core/people/change-manner.ts';
import { otherHalf } from '../../core/reminders/reminder-draft.ts';
import { onlyAlone } from '../alone-first.ts';
import type { Asked } from '../asked.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { type PersonTurn, withPerson } from '../turn.ts';

type Manner = 'what-name' | 'quiet-hours';

const asksFor =
  (what: Manner) =>
  async ({ voice }: PersonTurn): Promise<Reply> => {
    const kind = what === 'what-name' ? 'asks-for-name' : 'asks-for-quiet-hours';
    return { outcome: { kind }, voice, asks: { kind: what }, said: { topic: 'manner', outcome: kind } };
  };

/** Asks what it should be. */
export const askForManner = (needs: SkillNeeds, what: Manner): Answer => withPerson(needs, onlyAlone(asksFor(what)));

const changed =
  (needs: SkillNeeds, wanted: MannerChange) =>
  async ({ resident, voice }: PersonTurn): Promise<Reply> => {
    const by = { kind: 'resident', id: resident.id } as const;
    const outcome = await needs.changeManner({ council: needs.council, residentId: resident.id, change: wanted, by });
    if (outcome.kind === 'manner-not-changed')
      return { outcome, voice, said: { topic: 'manner', outcome: outcome.kind } };
    const { settings } = outcome;
    return {
      outcome,
      voice: { ...voice, settings, name: settings.nameToUse },
      said: { topic: 'manner-changed', what: outcome.what },
    };
  };

/** Nobody else may say what the Resident is called, or when the Echo is silent. */
const change = (needs: SkillNeeds, wanted: MannerChange): Answer =>
  withPerson(needs, onlyAlone(changed(needs, wanted)));

/** Says again how it is now, without changing it again. */
export const tellMannerAgain =
  (needs: SkillNeeds) =>
  (what: MannerChange['kind']): Answer =>
    withPerson(needs, async ({ resident: { settings }, voice }) => ({
      outcome: { kind: 'manner-changed', what, settings },
      voice,
      said: { topic: 'manner-changed', what },
    }));

const quietWanted = ({ slots }: Asked): MannerChange | undefined => {
  if (slots.onOff?.id === 'OFF') return { kind: 'no-quiet-hours' };
  const [from, to] = [slots.quietStart?.value, slots.quietEnd?.value];
  if (from === undefined || to === undefined || !isLocalTime(from) || !isLocalTime(to)) return undefined;
  // "From nine to eight" is a night, not twenty-three hours.
  const isNight = from < '12:00' && to <= from;
  return { kind: 'quiet-hours', window: { from: isNight ? otherHalf(from) : from, to } };
};

/** "Call me Bill." */
export const changesName = (needs: SkillNeeds): Feature =>
  forIntents('change-name', ['ChangeNameIntent'], (asked) => {
    const name = asked.slots.newName?.value;
    return (name === undefined ? askForManner(needs, 'what-name') : change(needs, { kind: 'name', name }))(asked);
  });

/** "Don't disturb me from nine at night to eight in the morning." */
export const changesQuietHours = (needs: SkillNeeds): Feature =>
  forIntents('quiet-hours', ['QuietHoursIntent'], (asked) => {
    const wanted = quietWanted(asked);
    return (wanted === undefined ? askForManner(needs, 'quiet-hours') : change(needs, wanted))(asked);
  });
