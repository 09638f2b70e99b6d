import { localDate } from '../../core/kernel/uk-time.ts';
import { SPEAKING_LEVELS } from '../../core/pairing/echo.ts';
import type { ManagedRoom } from '../../core/pairing/managed-endpoints.ts';
import type { ManagedProperty } from '../../core/pairing/managed-property.ts';
import { pairRoom } from '../../core/pairing/pair-room.ts';
import { pairingGate } from '../../core/set-up/may-pair.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { momentWords } from '../residents/moment.ts';
import { choicesOf, type Question } from '../set-up/question.ts';
import type { Words } from '../words/en.ts';
import type { SeenHome } from './with-home.ts';

/** An Echo is named in the form by its room and its endpoint, neither of which holds a blank. */
const pickOf = (unitId: string, endpointId: string): string => `${unitId} ${endpointId}`;

const choicesIn = (rooms: readonly ManagedRoom[], { setUp }: Words) =>
  rooms.flatMap((room) =>
    room.echos.map(({ endpointId, name, connection }) => ({
      value: pickOf(room.unitId, endpointId),
      text: [[...room.within, room.name].join(', '), name, setUp.rooms.connection[connection]]
        .filter((part) => part !== '')
        .join('. '),
    })),
  );

/** How old a kept list is, and that it is being read again; nothing where it is read from Amazon each time. */
const ageOf = async ({ list }: ManagedProperty, { words, now }: SeenHome) => {
  if (list === undefined) return undefined;
  const { takenAt, askedAt, isOld } = await list.asOf();
  const { rooms } = words.setUp;
  const isAsked = askedAt !== undefined && askedAt > (takenAt ?? -Infinity);
  return [
    takenAt === undefined ? rooms.neverRead : rooms.asOf(momentWords(takenAt, localDate(now), words)),
    ...(isOld ? [rooms.notNewer] : []),
    ...(isAsked ? [rooms.asked] : []),
  ].join(' ');
};

/** Pairing an Echo that the council manages, by picking the room it stands in. */
export const roomActs = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const page = async (c: Visit, seen: SeenHome, property: ManagedProperty, mistakes: readonly Mistake[] = []) => {
    const { words, home, path } = seen;
    const { rooms } = words.setUp;
    const listed = await property.rooms();
    const isRead = listed.kind === 'rooms';
    const age = await ageOf(property, seen);
    const visit = await needs.setUpVisits.ofHome(home.council, home.id);
    const form = formOf(c);
    const questions: readonly Question[] = [
      {
        kind: 'one',
        name: 'room',
        legend: rooms.which,
        items: isRead ? choicesIn(listed.rooms, words) : [],
        value: one(form, 'room'),
      },
      {
        kind: 'one',
        name: 'level',
        legend: words.officers.pairing.level,
        hint: words.officers.pairing.levelHint,
        items: choicesOf(SPEAKING_LEVELS, words.officers.home.levels),
        value: one(form, 'level') || (visit?.value.facts?.speakingLevel ?? ''),
      },
    ];
    return show(c, {
      view: 'rooms',
      title: rooms.title,
      status: mistakes.length === 0 ? 200 : 422,
      current: 'homes',
      back: path,
      mistakes,
      data: {
        homeLabel: home.label,
        action: `${path}/rooms`,
        age,
        problem: isRead || age !== undefined ? undefined : rooms.notRead,
        empty: isRead && listed.rooms.length === 0 ? rooms.empty : undefined,
        questions: isRead ? questions : [],
      },
    });
  };

  /** To a council that manages no Echos the page is not there. */
  const managed =
    (handler: (c: Visit, seen: SeenHome, property: ManagedProperty) => Response | Promise<Response>) =>
    (c: Visit, seen: SeenHome) =>
      needs.property === undefined ? messages.notFound(c) : handler(c, seen, needs.property);

  return {
    ask: managed((c, seen, property) => page(c, seen, property)),
    readAgain: managed(async (c, seen, { list }) => {
      if (list === undefined) return messages.notFound(c);
      await list.ask();
      return c.redirect(`${needs.base}${seen.path}/rooms`, 303);
    }),
    pair: managed(async (c, seen, property) => {
      const { rooms, errors } = { rooms: seen.words.setUp.rooms, errors: seen.words.officers.pairing.errors };
      const [unitId, endpointId] = one(formOf(c), 'room').split(' ');
      const speakingLevel = SPEAKING_LEVELS.find((level) => level === one(formOf(c), 'level'));
      if (unitId === undefined || unitId === '' || endpointId === undefined || speakingLevel === undefined)
        return page(c, seen, property, [
          ...(endpointId === undefined ? [{ field: 'room', text: rooms.missing }] : []),
          ...(speakingLevel === undefined ? [{ field: 'level', text: errors.levelMissing }] : []),
        ]);
      const by = { kind: 'officer', id: seen.officer.id } as const;
      const request = { council: needs.council, homeId: seen.home.id, unitId, endpointId, speakingLevel, by };
      const outcome = await pairRoom({ ...needs, property, gate: pairingGate(needs) })(request);
      switch (outcome.kind) {
        case 'echo-paired':
          return c.redirect(`${needs.base}${seen.path}?done=paired`, 303);
        case 'no-such-home':
          return messages.notFound(c);
        case 'no-visit-open':
        case 'no-consent':
          return page(c, seen, property, [{ field: 'room', text: seen.words.officers.pairing.gate[outcome.kind] }]);
        default:
          return page(c, seen, property, [{ field: 'room', text: rooms.errors[outcome.kind] }]);
      }
    }),
  };
};
