import { type Actor, nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Home } from '../people/home.ts';
import type { Homes } from '../people/people.ts';
import type { Echo, SpeakingLevel } from './echo.ts';
import type { Echos } from './pairing.ts';
import type { AskingEcho } from './pairing-code.ts';

type Needs = { readonly homes: Homes; readonly echos: Echos; readonly audit: AuditTrail; readonly clock: Clock };

/** Those of earlier pairings who do not live in the new Home. */
const formerOf = (known: Echo | undefined, home: Home): { readonly formerResidents?: readonly string[] } => {
  const before = [...(known?.formerResidents ?? []), ...(known?.residents ?? [])];
  const formerResidents = [...new Set(before)].filter((id) => !home.residents.includes(id));
  return formerResidents.length === 0 ? {} : { formerResidents };
};

/** Writes an Echo that belongs to a Home from now on, with a link version that has risen. False: somebody else wrote meanwhile. */
export const pairEcho =
  (needs: Pick<Needs, 'echos'>) =>
  async (
    home: Home,
    echo: AskingEcho,
    speakingLevel: SpeakingLevel,
    known: Versioned<Echo> | undefined,
  ): Promise<boolean> => {
    const saved = await needs.echos.save({
      value: {
        council: home.council,
        ...echo,
        homeId: home.id,
        residents: home.residents,
        speakingLevel,
        linkVersion: (known?.value.linkVersion ?? 0) + 1,
        state: 'paired',
        ...formerOf(known?.value, home),
        ...(known?.value.widget === undefined ? {} : { widget: known.value.widget }),
        notifications: known?.value.notifications ?? { on: false, at: 0 },
      },
      version: known?.version ?? 0,
    });
    return saved.kind === 'saved';
  };

/** Points from a Home to its Echo, once. False: somebody else wrote meanwhile. */
export const pointHome =
  (needs: Omit<Needs, 'echos'>) =>
  async (stored: Versioned<Home>, echoHash: string, by: Actor): Promise<boolean> => {
    const before = stored.value;
    if (before.echos.includes(echoHash)) return true;
    const lastAct = nextAct(before.lastAct, { at: needs.clock(), by, did: 'pair-echo' });
    const after = { ...before, echos: [...before.echos, echoHash], lastAct };
    const saved = await withAudit(needs.audit, before.council, `HOME#${before.id}`)(before, after, () =>
      needs.homes.save({ value: after, version: stored.version }),
    );
    return saved.kind === 'saved';
  };
