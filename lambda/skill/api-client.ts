import type { services } from 'ask-sdk-model';

/** An Alexa API that has not answered by then is given up, in milliseconds: the resident waits. */
const TIMEOUT = 2_000;

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * How the SDK calls Alexa's APIs. The SDK's own client has no timeout and breaks letters that fall between two chunks. As the SDK
 * expects, an answer that is not a success is an answer too, and header keys are in lower case.
 */
export const apiClient = (fetchOf: Fetch = fetch): services.ApiClient => ({
  invoke: async ({ url, method, headers, body }) => {
    const answered = await fetchOf(url, {
      method,
      headers: headers.map(({ key, value }): [string, string] => [key, value]),
      ...(body === undefined || body === '' ? {} : { body }),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return {
      statusCode: answered.status,
      headers: [...answered.headers].map(([key, value]) => ({ key: key.toLowerCase(), value })),
      body: await answered.text(),
    };
  },
});
