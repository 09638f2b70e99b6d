/** One Echo that a property manages (Alexa Smart Properties), as it is offered when a Home's Echo is paired by its room. */
export type ManagedEcho = {
  /** `amzn1.alexa.endpoint.did.…`: it may change when the Echo is moved to another room. */
  readonly endpointId: string;
  /** As the property named it; empty where it has no name. */
  readonly name: string;
  /** What Amazon says of its connection. */
  readonly connection: 'online' | 'offline' | 'not-known';
};

/** A room of a property, with the Echos in it. `within` are the names of what it lies in, the outermost first. */
export type ManagedRoom = {
  /** `amzn1.alexa.unit.did.…`: stays the same, whichever Echo stands there. */
  readonly unitId: string;
  readonly name: string;
  readonly within: readonly string[];
  readonly echos: readonly ManagedEcho[];
};

/** Why Amazon's list could not be read: nothing was wrong with the question. */
export type ListRefused = { readonly kind: 'not-read'; readonly reason: 'no-token' | 'not-allowed' | 'no-answer' };

/**
 * The rooms and Echos that the council manages, read from Amazon each time: ids change when an Echo is moved, so none is kept
 * from an earlier list.
 */
export type ManagedEndpoints = {
  /** Every room that has an Echo, by the names of what it lies in, then by its own. */
  readonly rooms: () => Promise<{ readonly kind: 'rooms'; readonly rooms: readonly ManagedRoom[] } | ListRefused>;
  /** The Echos that are in one room now. */
  readonly inRoom: (
    unitId: string,
  ) => Promise<{ readonly kind: 'echos'; readonly echos: readonly ManagedEcho[] } | ListRefused>;
};
