import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

export type DynamoSettings = {
  readonly region: string;
  /** Where the local engines listen; left out on AWS. */
  readonly endpoint?: string;
  /** How often a request is sent at most, the first time included. */
  readonly maxAttempts: number;
  /** Left out on AWS, where the SDK finds the function's own. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

const CONNECT_MS = 1_000;
const REQUEST_MS = 3_000;
const MOST_SOCKETS = 128; // a worker claims a hundred Deliveries at once

/** The SDK's client with our time limits on each try. To be built once per process, by whoever wires it. */
export const dynamoClient = ({ region, endpoint, maxAttempts, credentials }: DynamoSettings): DynamoDBClient =>
  new DynamoDBClient({
    region,
    maxAttempts,
    retryMode: 'standard',
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: REQUEST_MS,
      throwOnRequestTimeout: true, // without it the SDK only warns
      httpAgent: { maxSockets: MOST_SOCKETS },
      httpsAgent: { maxSockets: MOST_SOCKETS },
    },
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  });
