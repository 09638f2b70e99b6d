import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

type Kept = { readonly payload: AdapterPayload; readonly until: number };

/** Where the embedded provider keeps its codes and sessions: in memory, gone when the process ends. `now` is real time in milliseconds. */
export const memoryAdapter = (now: () => number): AdapterFactory => {
  const models = new Map<string, Map<string, Kept>>();

  const modelOf = (name: string): Map<string, Kept> => {
    const model = models.get(name) ?? new Map<string, Kept>();
    models.set(name, model);
    return model;
  };

  const livingIn = (model: Map<string, Kept>, id: string): AdapterPayload | undefined => {
    const kept = model.get(id);
    if (kept === undefined || kept.until > now()) return kept?.payload;
    model.delete(id);
    return undefined;
  };

  const findBy = (model: Map<string, Kept>, is: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    const id = [...model].find(([, { payload }]) => is(payload))?.[0];
    return id === undefined ? undefined : livingIn(model, id);
  };

  return (name): Adapter => {
    const model = modelOf(name);
    return {
      upsert: async (id, payload, expiresIn) => {
        model.set(id, { payload, until: expiresIn ? now() + expiresIn * 1_000 : Number.POSITIVE_INFINITY });
      },
      find: async (id) => livingIn(model, id),
      findByUid: async (uid) => findBy(model, (payload) => payload.uid === uid),
      findByUserCode: async (userCode) => findBy(model, (payload) => payload.userCode === userCode),
      consume: async (id) => {
        const kept = model.get(id);
        if (kept) model.set(id, { ...kept, payload: { ...kept.payload, consumed: Math.floor(now() / 1_000) } });
      },
      destroy: async (id) => {
        model.delete(id);
      },
      revokeByGrantId: async (grantId) => {
        for (const each of models.values())
          for (const [id, { payload }] of each) if (payload.grantId === grantId) each.delete(id);
      },
    };
  };
};
