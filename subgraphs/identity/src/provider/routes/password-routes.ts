import type { Request, Response, Router } from 'express';
import type { Account } from '../../account/account.js';
import { requestPasswordReset } from '../../account/request-password-reset.js';
import { findReset, resetPassword } from '../../account/reset-password.js';
import { networkAddress } from '../address.js';
import { emailOf, readForm, type FormInput } from '../form-input.js';
import { hasFaults, parseForm, secretOf, type PageDesk } from '../page-desk.js';
import type { Faults } from '../pages/form.js';
import { forgotPage, resetPage } from '../pages/form-pages.js';
import { mailSentPage, outcomePage } from '../pages/outcome-pages.js';

/** From the forgotten password to the new one: ask, the mail, choose. */
export function passwordRoutes(router: Router, desk: PageDesk): void {
  const { services, frame, messages } = desk;

  function show(
    request: Request,
    response: Response,
    input: FormInput,
    faults: Faults,
    status = 200,
  ): void {
    const view = desk.view(request, response, input, faults);
    desk.send(response, forgotPage({ ...view, signInUrl: desk.at(request) }), status);
  }

  router.get('/interaction/:uid/forgot', async (request, response) => {
    await desk.interactionOf(request, response);
    show(request, response, {}, {});
  });

  router.post('/interaction/:uid/forgot', parseForm, async (request, response) => {
    await desk.interactionOf(request, response);
    const input = readForm(request.body);
    const email = emailOf(input, messages);
    const faults: Faults = {
      ...desk.originFaults(request, input),
      ...(email.fault === undefined ? {} : { email: email.fault }),
    };
    if (hasFaults(faults)) return show(request, response, input, faults, 422);
    const result = await requestPasswordReset(services, {
      email: email.value,
      address: networkAddress(request),
      linkFor: (secret) => `${desk.issuer}/reset?token=${secret}`,
    });
    if (result.outcome === 'throttled') {
      return show(request, response, input, desk.throttledFaults(result), 429);
    }
    return response.redirect(303, `${desk.at(request)}/forgot/sent`);
  });

  router.get('/interaction/:uid/forgot/sent', (request, response) => {
    desk.send(response, mailSentPage(frame, 'forgotSent', desk.at(request)));
  });

  function showReset(
    request: Request,
    response: Response,
    account: Account,
    shown: { secret: string; faults: Faults; status: number },
  ): void {
    const { secret, faults, status } = shown;
    const view = desk.view(request, response, {}, faults);
    desk.send(response, resetPage({ ...view, email: account.email, secret }), status);
  }

  const spent = (response: Response) => desk.send(response, outcomePage(frame, 'linkSpent'), 410);

  router.get('/reset', async (request, response) => {
    const secret = secretOf(request);
    const account = await findReset(services, secret);
    if (!account) return spent(response);
    return showReset(request, response, account, { secret, faults: {}, status: 200 });
  });

  router.post('/reset', parseForm, async (request, response) => {
    const input = readForm(request.body);
    const { token: secret = '', password = '' } = input;
    const account = await findReset(services, secret);
    if (!account) return spent(response);
    const again = (faults: Faults, status = 422) =>
      showReset(request, response, account, { secret, faults, status });
    const faults: Faults = {
      ...desk.originFaults(request, input),
      ...(password === '' ? { password: messages.errors.passwordMissing } : {}),
    };
    if (hasFaults(faults)) return again(faults);
    const address = networkAddress(request);
    const result = await resetPassword(services, { secret, password, address });
    switch (result.outcome) {
      case 'throttled':
        return again(desk.throttledFaults(result), 429);
      case 'fault':
        return again({ password: messages.errors[result.fault] });
      case 'spent':
        return spent(response);
      case 'changed':
        return desk.send(response, outcomePage(frame, 'resetDone'));
    }
  });
}
