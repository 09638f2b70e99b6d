import type { Acting } from '../../core/people/may-act-for.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import type { Session } from './session.ts';

/** Somebody at the door: a Carer or an Officer, read afresh for every request, so that taking somebody's access away works at once. */
export type SignedIn = {
  readonly token: string;
  readonly session: Session;
  readonly acting: Extract<Acting, { kind: 'carer' | 'officer' }>;
  readonly name: string;
};

/** The Carer or Officer behind a session, if the council still knows them. */
export const actingOf = async (
  needs: ConsoleNeeds,
  { role, personId }: Pick<Session, 'role' | 'personId'>,
): Promise<SignedIn['acting'] | undefined> => {
  if (role === 'carer') {
    const carer = await needs.carers.ofId(needs.council, personId);
    return carer === undefined ? undefined : { kind: 'carer', carer };
  }
  const officer = await needs.officers.ofId(needs.council, personId);
  return officer === undefined ? undefined : { kind: 'officer', officer };
};

export const nameOf = (acting: SignedIn['acting']): string =>
  acting.kind === 'carer' ? acting.carer.name : acting.officer.name;

export const idOf = (acting: SignedIn['acting']): string =>
  acting.kind === 'carer' ? acting.carer.id : acting.officer.id;

/** Who is signed in, on a page that only signed-in people reach. */
export const signedInOf = (c: Visit): SignedIn => {
  const signedIn = c.get('signedIn');
  if (signedIn === undefined) throw new Error('a page was reached without signing in');
  return signedIn;
};
