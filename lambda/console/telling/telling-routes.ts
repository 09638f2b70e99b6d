import { Hono } from 'hono';
import type { Carer } from '../../core/people/carer.ts';
import { changeTelling, placeOf } from '../../core/people/change-telling.ts';
import type { CircleMember } from '../../core/people/circle-of-care.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { type Seen, withResident } from '../residents/with-resident.ts';
import { type TypedTelling, tellingSoFar, typedTelling, wantedTelling } from './telling-form.ts';

type AsCarer = Seen & { readonly carer: Carer; readonly place: CircleMember };

/** "How we tell you": a Carer's own number and address, and whether and when they are told about one Resident. */
export const tellingRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  /** Only the Carer can say it; for everybody else the page is not there. */
  const asCarer = (handler: (c: Visit, seen: AsCarer) => Response | Promise<Response>) =>
    withResident(
      needs,
      messages,
    )((c, seen) => {
      const { acting, resident, today } = seen;
      const place = acting.kind === 'carer' ? placeOf(resident.circle, acting.carer.id, today) : undefined;
      if (acting.kind !== 'carer' || place === undefined) return messages.notFound(c);
      return handler(c, { ...seen, carer: acting.carer, place });
    });

  const form = (
    c: Visit,
    { words, resident, path }: AsCarer,
    typed: TypedTelling,
    mistakes: readonly Mistake[] = [],
    status: 200 | 409 | 422 = 200,
  ) =>
    show(c, {
      view: 'how-we-tell-you',
      title: words.telling.title,
      status,
      back: path,
      mistakes,
      data: { action: `${path}/how-we-tell-you`, name: resident.settings.nameToUse, typed },
    });

  const sent = async (c: Visit, seen: AsCarer) => {
    const { words, resident, carer, path } = seen;
    const typed = typedTelling(formOf(c));
    const read = wantedTelling(typed, words);
    if ('mistakes' in read) return form(c, seen, typed, read.mistakes, 422);
    const { council, id: residentId } = resident;
    const outcome = await changeTelling(needs)({ council, carerId: carer.id, residentId, wanted: read.wanted });
    switch (outcome.kind) {
      case 'telling-changed':
      case 'telling-already-so':
        return c.redirect(`${needs.base}${path}?done=telling-changed`, 303);
      case 'not-in-the-circle':
        return messages.notFound(c);
      case 'changed-meanwhile':
        return form(c, seen, typed, [{ field: 'agreed', text: words.telling.errors.meanwhile }], 409);
    }
  };

  return new Hono<ConsoleEnv>()
    .get(
      '/residents/:resident/how-we-tell-you',
      asCarer((c, seen) => form(c, seen, tellingSoFar(seen.place, seen.carer.contact, seen.words))),
    )
    .post('/residents/:resident/how-we-tell-you', asCarer(sent));
};
