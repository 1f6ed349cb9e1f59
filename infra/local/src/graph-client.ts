import { ORGANIZATION_HEADER } from '@propertea/kernel';
import { request } from 'undici';
import { z } from 'zod';
import { Refusal, messageOf } from './failure.js';

const answerShape = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.looseObject({}).optional() }))
    .optional(),
});

/** The graph of a running platform as one person in one organization, through the gateway. */
export interface GraphClient {
  /** @throws Refusal with the first error of the answer. */
  ask<T extends z.ZodType>(
    query: string,
    variables: Record<string, unknown>,
    shape: T,
  ): Promise<z.output<T>>;
  /** A plain HTTP request to a path of the gateway; the answer's body as text. */
  fetch(path: string, body?: FormData): Promise<{ status: number; text: string }>;
}

/** `organization` is the prefixed id; `token` is asked for before each request, since it expires. */
export function graphClient(
  url: string,
  organization: string | undefined,
  token: () => Promise<string>,
): GraphClient {
  const headers = async () => ({
    authorization: `Bearer ${await token()}`,
    ...(organization ? { [ORGANIZATION_HEADER]: organization } : {}),
  });
  const reach = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw new Refusal(`The gateway at ${url} cannot be reached: ${messageOf(cause)}.`, 1, {
        cause,
      });
    }
  };
  return {
    async ask(query, variables, shape) {
      const sent = { ...(await headers()), 'content-type': 'application/json' };
      const text = await reach(async () => {
        const answer = await request(`${url}/graphql`, {
          method: 'POST',
          headers: sent,
          body: JSON.stringify({ query, variables }),
        });
        return answer.body.text();
      });
      const { data, errors } = answerShape.parse(JSON.parse(text));
      if (errors?.[0]) throw new Refusal(errors[0].message);
      return shape.parse(data);
    },
    async fetch(path, body) {
      const sent = await headers();
      return reach(async () => {
        const answer = await fetch(new URL(path, url), {
          headers: sent,
          ...(body ? { method: 'POST', body } : {}),
        });
        return { status: answer.status, text: await answer.text() };
      });
    },
  };
}
