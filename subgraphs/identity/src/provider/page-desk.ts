import express, { type Request, type RequestHandler, type Response } from 'express';
import { errors, type Provider } from 'oidc-provider';
import type { AccountServices, Throttled } from '../account/services.js';
import type { Messages } from '../messages.js';
import type { FormGuard } from './form-guard.js';
import type { FormInput } from './form-input.js';
import type { Faults } from './pages/form.js';
import { pageHeaders, type PageFrame } from './pages/frame.js';

/** Reads a submitted form; larger than any form of ours is refused. */
export const parseForm: RequestHandler = express.urlencoded({
  extended: false,
  limit: '16kb',
  parameterLimit: 20,
});

/** What the pages of sign-in, registration and forgotten passwords have in common. */
export class PageDesk {
  readonly messages: Messages;

  constructor(
    private readonly provider: Provider,
    readonly services: AccountServices,
    readonly frame: PageFrame,
    private readonly guard: FormGuard,
    readonly issuer: string,
  ) {
    this.messages = frame.messages;
  }

  send(response: Response, body: string, status = 200): void {
    response.status(status).set(pageHeaders(this.frame)).type('html').send(body);
  }

  /** What every form page shows: where it is sent, the token against forged forms, what is wrong. */
  view(request: Request, response: Response, input: FormInput, faults: Faults) {
    // Not request.baseUrl: in one process with the gateway it counts the gateway's own mount too.
    const action = `${this.frame.base}${request.path}`;
    const token = this.guard.issue(request, response);
    return { frame: this.frame, action, token, faults, email: input.email, name: input.name };
  }

  /** What is wrong with where a form comes from; nothing where it is our own. */
  originFaults(request: Request, input: FormInput): Faults {
    return this.guard.accepts(request, input.form) ? {} : { form: this.messages.errors.form };
  }

  throttledFaults({ retryAfter }: Throttled): Faults {
    return { form: this.messages.errors.throttled(retryAfter) };
  }

  /** The address of the sign-in that a page belongs to. */
  at(request: Request): string {
    return `${this.frame.base}/interaction/${String(request.params.uid)}`;
  }

  /** The sign-in that a page belongs to; SessionNotFound without its cookie. */
  async interactionOf(request: Request, response: Response) {
    const details = await this.provider.interactionDetails(request, response);
    if (details.uid !== request.params.uid) throw new errors.SessionNotFound('another sign-in');
    return details;
  }

  /** Sends the person back to the application, signed in. */
  async finish(request: Request, response: Response, accountId: string): Promise<void> {
    const { prompt } = await this.interactionOf(request, response);
    await this.provider.interactionFinished(
      request,
      response,
      {
        login: { accountId, amr: ['pwd'], remember: true },
        ...(prompt.name === 'create' ? { create: {} } : {}),
      },
      { mergeWithLastSubmission: false },
    );
  }
}

export function hasFaults(faults: Faults): boolean {
  return Object.keys(faults).length > 0;
}

/** The secret of a link; a repeated parameter counts as none. */
export function secretOf(request: Request): string {
  const { token } = request.query;
  return typeof token === 'string' ? token : '';
}
