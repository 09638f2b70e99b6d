/** How the AWS SDK shapes what it throws, so that both clients are read alike. `message` never quotes what was asked. */
export type AwsFault = Error & {
  readonly $metadata: { readonly httpStatusCode?: number; readonly requestId?: string };
};

/** `name` is the service's own code of the error, or the class of what failed on the way. */
export const awsFault = (name: string, metadata: AwsFault['$metadata'] = {}): AwsFault =>
  Object.assign(new Error(name), { name, $metadata: metadata });
