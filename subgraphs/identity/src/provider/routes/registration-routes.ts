import type { Request, Response, Router } from 'express';
import { errors } from 'oidc-provider';
import {
  confirmRegistration,
  findRegistration,
  type Registration,
} from '../../account/confirm-registration.js';
import { passwordFault } from '../../account/password-policy.js';
import { registerAccount } from '../../account/register-account.js';
import { networkAddress } from '../address.js';
import { emailOf, nameOf, readForm, type FormInput } from '../form-input.js';
import { hasFaults, parseForm, secretOf, type PageDesk } from '../page-desk.js';
import type { Faults } from '../pages/form.js';
import { confirmPage, registerPage } from '../pages/form-pages.js';
import { mailSentPage, outcomePage } from '../pages/outcome-pages.js';

/** From the empty form to the account: register, the mail, confirm. */
export function registrationRoutes(router: Router, desk: PageDesk): void {
  const { services, frame, messages } = desk;

  function show(
    request: Request,
    response: Response,
    input: FormInput,
    faults: Faults,
    status = 200,
  ): void {
    const view = desk.view(request, response, input, faults);
    desk.send(response, registerPage({ ...view, signInUrl: desk.at(request) }), status);
  }

  router.get('/interaction/:uid/register', async (request, response) => {
    await desk.interactionOf(request, response);
    show(request, response, {}, {});
  });

  router.post('/interaction/:uid/register', parseForm, async (request, response) => {
    await desk.interactionOf(request, response);
    const input = readForm(request.body);
    const name = nameOf(input, messages);
    const email = emailOf(input, messages);
    const password = input.password ?? '';
    const fault = passwordFault(password, [email.value, name.value]);
    const faults: Faults = {
      ...desk.originFaults(request, input),
      ...(name.fault === undefined ? {} : { name: name.fault }),
      ...(email.fault === undefined ? {} : { email: email.fault }),
      ...(fault === undefined ? {} : { password: messages.errors[fault] }),
    };
    if (hasFaults(faults)) return show(request, response, input, faults, 422);
    const result = await registerAccount(services, {
      email: email.value,
      name: name.value,
      password,
      address: networkAddress(request),
      linkFor: (secret) => new URL(`${desk.at(request)}/confirm?token=${secret}`, desk.issuer).href,
    });
    if (result.outcome === 'throttled') {
      return show(request, response, input, desk.throttledFaults(result), 429);
    }
    return response.redirect(303, `${desk.at(request)}/register/sent`);
  });

  router.get('/interaction/:uid/register/sent', (request, response) => {
    desk.send(response, mailSentPage(frame, 'registerSent', desk.at(request)));
  });

  function showConfirm(
    request: Request,
    response: Response,
    registration: Registration,
    shown: { secret: string; faults: Faults; status: number },
  ): void {
    const { secret, faults, status } = shown;
    const view = desk.view(request, response, {}, faults);
    desk.send(response, confirmPage({ ...view, email: registration.email, secret }), status);
  }

  const spent = (response: Response) => desk.send(response, outcomePage(frame, 'linkSpent'), 410);

  router.get('/interaction/:uid/confirm', async (request, response) => {
    const secret = secretOf(request);
    const registration = await findRegistration(services, secret);
    if (!registration) return spent(response);
    return showConfirm(request, response, registration, { secret, faults: {}, status: 200 });
  });

  router.post('/interaction/:uid/confirm', parseForm, async (request, response) => {
    const input = readForm(request.body);
    const { token: secret = '', password = '' } = input;
    const registration = await findRegistration(services, secret);
    if (!registration) return spent(response);
    const again = (faults: Faults, status = 422) =>
      showConfirm(request, response, registration, { secret, faults, status });
    const faults: Faults = {
      ...desk.originFaults(request, input),
      ...(password === '' ? { password: messages.errors.passwordMissing } : {}),
    };
    if (hasFaults(faults)) return again(faults);
    const address = networkAddress(request);
    const result = await confirmRegistration(services, { secret, password, address });
    switch (result.outcome) {
      case 'throttled':
        return again(desk.throttledFaults(result), 429);
      case 'wrong-password':
        return again({ password: messages.confirm.wrongPassword });
      case 'spent':
        return spent(response);
      case 'confirmed':
        return desk.finish(request, response, result.account.id).catch((error: unknown) => {
          // The link was opened in another browser than the one that began: sign in from the start.
          if (!(error instanceof errors.SessionNotFound)) throw error;
          desk.send(response, outcomePage(frame, 'confirmed'));
        });
    }
  });
}
