import express, { type Request, type Response, type Router } from 'express';
import { errors, type Provider } from 'oidc-provider';
import { confirmRegistration, findRegistration } from '../account/confirm-registration.js';
import { passwordFault } from '../account/password-policy.js';
import { registerAccount } from '../account/register-account.js';
import { requestPasswordReset } from '../account/request-password-reset.js';
import { findReset, resetPassword } from '../account/reset-password.js';
import type { AccountServices } from '../account/services.js';
import { signIn } from '../account/sign-in.js';
import { networkAddress } from './address.js';
import type { FormGuard } from './form-guard.js';
import { emailOf, nameOf, readForm, type FormInput } from './form-input.js';
import type { Faults } from './pages/form.js';
import {
  confirmPage,
  forgotPage,
  registerPage,
  resetPage,
  signInPage,
} from './pages/form-pages.js';
import { ASSETS, pageHeaders, type PageFrame } from './pages/frame.js';
import { errorPage, mailSentPage, outcomePage } from './pages/outcome-pages.js';

interface Parts {
  provider: Provider;
  services: AccountServices;
  frame: PageFrame;
  guard: FormGuard;
  issuer: string;
}

/** The pages of sign-in, registration and forgotten passwords, below the provider's path. */
export function createPagesRouter(parts: Parts): Router {
  const { provider, services, frame, guard, issuer } = parts;
  const { messages } = frame;
  const router = express.Router();
  const parseForm = express.urlencoded({ extended: false, limit: '16kb', parameterLimit: 20 });

  function send(response: Response, body: string, status = 200): void {
    response.status(status).set(pageHeaders(frame)).type('html').send(body);
  }

  /** What every form page shows: where it is sent, the token against forged forms, what is wrong. */
  function view(request: Request, response: Response, input: FormInput, faults: Faults) {
    const action = `${request.baseUrl}${request.path}`;
    const token = guard.issue(request, response);
    return { frame, action, token, faults, email: input.email, name: input.name };
  }

  /** The sign-in that a page belongs to; without its cookie there is none. */
  async function interactionOf(request: Request, response: Response) {
    const details = await provider.interactionDetails(request, response);
    if (details.uid !== request.params.uid) throw new errors.SessionNotFound('another sign-in');
    return details;
  }

  const at = (request: Request) => `${frame.base}/interaction/${String(request.params.uid)}`;
  const throttled = (retryAfter: number): Faults => ({
    form: messages.errors.throttled(retryAfter),
  });
  const refused = (faults: Faults, isThrottled: boolean) => ({
    faults,
    status: isThrottled ? 429 : 422,
  });

  async function finish(request: Request, response: Response, accountId: string): Promise<void> {
    const details = await interactionOf(request, response);
    await provider.interactionFinished(
      request,
      response,
      {
        login: { accountId, amr: ['pwd'], remember: true },
        ...(details.prompt.name === 'create' ? { create: {} } : {}),
      },
      { mergeWithLastSubmission: false },
    );
  }

  router.get('/assets/:name', (request, response) => {
    const asset = ASSETS.get(request.params.name);
    if (!asset) return send(response, errorPage(frame, 'notFound'), 404);
    response
      .set({
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      })
      .type(asset.type)
      .send(asset.body);
  });

  const showSignIn = (
    request: Request,
    response: Response,
    input: FormInput,
    faults: Faults,
    status = 200,
  ) =>
    send(
      response,
      signInPage({
        ...view(request, response, input, faults),
        registerUrl: `${at(request)}/register`,
        forgotUrl: `${at(request)}/forgot`,
      }),
      status,
    );

  router.get('/interaction/:uid', async (request, response) => {
    const { prompt, params } = await interactionOf(request, response);
    if (prompt.name === 'create') return response.redirect(303, `${at(request)}/register`);
    const hint =
      typeof params.login_hint === 'string' ? params.login_hint.slice(0, 254) : undefined;
    return showSignIn(request, response, { email: hint }, {});
  });

  router.post('/interaction/:uid', parseForm, async (request, response) => {
    await interactionOf(request, response);
    const input = readForm(request.body);
    const faults: Faults = {};
    if (!guard.accepts(request, input.form)) faults.form = messages.errors.form;
    if (!input.email?.trim()) faults.email = messages.errors.emailMissing;
    if (!input.password) faults.password = messages.errors.passwordMissing;
    const { email = '', password = '' } = input;
    if (Object.keys(faults).length > 0) return showSignIn(request, response, input, faults, 422);
    const result = await signIn(services, { email, password, address: networkAddress(request) });
    if (result.outcome === 'signed-in') return finish(request, response, result.account.id);
    const isThrottled = result.outcome === 'throttled';
    const fault = isThrottled ? throttled(result.retryAfter) : { form: messages.signIn.refused };
    return showSignIn(request, response, input, fault, isThrottled ? 429 : 422);
  });

  const showRegister = (
    request: Request,
    response: Response,
    input: FormInput,
    faults: Faults,
    status = 200,
  ) =>
    send(
      response,
      registerPage({ ...view(request, response, input, faults), signInUrl: at(request) }),
      status,
    );

  router.get('/interaction/:uid/register', async (request, response) => {
    await interactionOf(request, response);
    showRegister(request, response, {}, {});
  });

  router.post('/interaction/:uid/register', parseForm, async (request, response) => {
    await interactionOf(request, response);
    const input = readForm(request.body);
    const name = nameOf(input, messages);
    const email = emailOf(input, messages);
    const password = input.password ?? '';
    const fault = passwordFault(password, [email.value, name.value]);
    const faults: Faults = {
      ...(guard.accepts(request, input.form) ? {} : { form: messages.errors.form }),
      ...(name.fault === undefined ? {} : { name: name.fault }),
      ...(email.fault === undefined ? {} : { email: email.fault }),
      ...(fault === undefined ? {} : { password: messages.errors[fault] }),
    };
    if (Object.keys(faults).length > 0) return showRegister(request, response, input, faults, 422);
    const result = await registerAccount(services, {
      email: email.value,
      name: name.value,
      password,
      address: networkAddress(request),
      linkFor: (secret) => `${issuer}/interaction/${request.params.uid}/confirm?token=${secret}`,
    });
    if (result.outcome === 'throttled') {
      return showRegister(request, response, input, throttled(result.retryAfter), 429);
    }
    return response.redirect(303, `${at(request)}/register/sent`);
  });

  router.get('/interaction/:uid/register/sent', (request, response) => {
    send(response, mailSentPage(frame, 'registerSent', at(request)));
  });

  router.get('/interaction/:uid/confirm', async (request, response) => {
    const secret = tokenOf(request);
    const registration = await findRegistration(services, secret);
    if (!registration) return send(response, outcomePage(frame, 'linkSpent'), 410);
    const shown = { ...view(request, response, {}, {}), email: registration.email, secret };
    return send(response, confirmPage(shown));
  });

  router.post('/interaction/:uid/confirm', parseForm, async (request, response) => {
    const input = readForm(request.body);
    const secret = input.token ?? '';
    const registration = await findRegistration(services, secret);
    if (!registration) return send(response, outcomePage(frame, 'linkSpent'), 410);
    const again = ({ faults, status }: { faults: Faults; status: number }) =>
      send(
        response,
        confirmPage({ ...view(request, response, {}, faults), email: registration.email, secret }),
        status,
      );
    if (!guard.accepts(request, input.form))
      return again(refused({ form: messages.errors.form }, false));
    if (!input.password)
      return again(refused({ password: messages.errors.passwordMissing }, false));
    const address = networkAddress(request);
    const result = await confirmRegistration(services, {
      secret,
      password: input.password,
      address,
    });
    switch (result.outcome) {
      case 'throttled':
        return again(refused(throttled(result.retryAfter), true));
      case 'wrong-password':
        return again(refused({ password: messages.confirm.wrongPassword }, false));
      case 'spent':
        return send(response, outcomePage(frame, 'linkSpent'), 410);
      case 'confirmed':
        return finish(request, response, result.account.id).catch((error: unknown) => {
          // The link was opened in another browser than the one that began: sign in from the start.
          if (!(error instanceof errors.SessionNotFound)) throw error;
          send(response, outcomePage(frame, 'confirmed'));
        });
    }
  });

  const showForgot = (
    request: Request,
    response: Response,
    input: FormInput,
    faults: Faults,
    status = 200,
  ) =>
    send(
      response,
      forgotPage({ ...view(request, response, input, faults), signInUrl: at(request) }),
      status,
    );

  router.get('/interaction/:uid/forgot', async (request, response) => {
    await interactionOf(request, response);
    showForgot(request, response, {}, {});
  });

  router.post('/interaction/:uid/forgot', parseForm, async (request, response) => {
    await interactionOf(request, response);
    const input = readForm(request.body);
    const email = emailOf(input, messages);
    const faults: Faults = {
      ...(guard.accepts(request, input.form) ? {} : { form: messages.errors.form }),
      ...(email.fault === undefined ? {} : { email: email.fault }),
    };
    if (Object.keys(faults).length > 0) return showForgot(request, response, input, faults, 422);
    const result = await requestPasswordReset(services, {
      email: email.value,
      address: networkAddress(request),
      linkFor: (secret) => `${issuer}/reset?token=${secret}`,
    });
    if (result.outcome === 'throttled') {
      return showForgot(request, response, input, throttled(result.retryAfter), 429);
    }
    return response.redirect(303, `${at(request)}/forgot/sent`);
  });

  router.get('/interaction/:uid/forgot/sent', (request, response) => {
    send(response, mailSentPage(frame, 'forgotSent', at(request)));
  });

  router.get('/reset', async (request, response) => {
    const secret = tokenOf(request);
    const account = await findReset(services, secret);
    if (!account) return send(response, outcomePage(frame, 'linkSpent'), 410);
    const shown = { ...view(request, response, {}, {}), email: account.email, secret };
    return send(response, resetPage(shown));
  });

  router.post('/reset', parseForm, async (request, response) => {
    const input = readForm(request.body);
    const secret = input.token ?? '';
    const account = await findReset(services, secret);
    if (!account) return send(response, outcomePage(frame, 'linkSpent'), 410);
    const again = ({ faults, status }: { faults: Faults; status: number }) =>
      send(
        response,
        resetPage({ ...view(request, response, {}, faults), email: account.email, secret }),
        status,
      );
    if (!guard.accepts(request, input.form))
      return again(refused({ form: messages.errors.form }, false));
    if (!input.password)
      return again(refused({ password: messages.errors.passwordMissing }, false));
    const address = networkAddress(request);
    const result = await resetPassword(services, { secret, password: input.password, address });
    switch (result.outcome) {
      case 'throttled':
        return again(refused(throttled(result.retryAfter), true));
      case 'fault':
        return again(refused({ password: messages.errors[result.fault] }, false));
      case 'spent':
        return send(response, outcomePage(frame, 'linkSpent'), 410);
      case 'changed':
        return send(response, outcomePage(frame, 'resetDone'));
    }
  });

  return router;
}

/** The secret of a link; a repeated parameter counts as none. */
function tokenOf(request: Request): string {
  const { token } = request.query;
  return typeof token === 'string' ? token : '';
}
