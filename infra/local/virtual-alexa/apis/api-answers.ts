/** How Amazon's APIs answer: the code in the status, and a body with a code and a sentence for developers. */
export type ApiAnswer = { readonly status: number; readonly body?: unknown };

export const problem = (status: number, code: string, message: string): ApiAnswer => ({
  status,
  body: { code, message },
});

export const notValid = (message: string): ApiAnswer => problem(400, 'INVALID_REQUEST', message);

export const asResponse = ({ status, body }: ApiAnswer): Response =>
  body === undefined ? new Response(null, { status }) : Response.json(body, { status });

/** The JSON of a request, or `undefined` if it is not JSON. */
export const jsonOf = async (request: Request): Promise<unknown> => {
  const text = await request.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
