/** What signs a request. On Lambda the runtime sets all three for as long as the process lives. */
export type AwsCredentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};
