import type { Request, Response, Router } from 'express';
import { signIn } from '../../account/sign-in.js';
import { networkAddress } from '../address.js';
import { readForm, type FormInput } from '../form-input.js';
import { hasFaults, parseForm, type PageDesk } from '../page-desk.js';
import type { Faults } from '../pages/form.js';
import { signInPage } from '../pages/form-pages.js';

/** The sign-in page, where every authorization request begins. */
export function signInRoutes(router: Router, desk: PageDesk): void {
  const { services, messages } = desk;

  function show(
    request: Request,
    response: Response,
    input: FormInput,
    faults: Faults,
    status = 200,
  ): void {
    const view = desk.view(request, response, input, faults);
    const at = desk.at(request);
    const page = signInPage({ ...view, registerUrl: `${at}/register`, forgotUrl: `${at}/forgot` });
    desk.send(response, page, status);
  }

  router.get('/interaction/:uid', async (request, response) => {
    const { prompt, params } = await desk.interactionOf(request, response);
    if (prompt.name === 'create') return response.redirect(303, `${desk.at(request)}/register`);
    const hint = params.login_hint;
    const email = typeof hint === 'string' ? hint.slice(0, 254) : undefined;
    return show(request, response, { email }, {});
  });

  router.post('/interaction/:uid', parseForm, async (request, response) => {
    await desk.interactionOf(request, response);
    const input = readForm(request.body);
    const { email = '', password = '' } = input;
    const faults: Faults = {
      ...desk.originFaults(request, input),
      ...(email.trim() === '' ? { email: messages.errors.emailMissing } : {}),
      ...(password === '' ? { password: messages.errors.passwordMissing } : {}),
    };
    if (hasFaults(faults)) return show(request, response, input, faults, 422);
    const result = await signIn(services, { email, password, address: networkAddress(request) });
    switch (result.outcome) {
      case 'signed-in':
        return desk.finish(request, response, result.account.id);
      case 'throttled':
        return show(request, response, input, desk.throttledFaults(result), 429);
      case 'refused':
        return show(request, response, input, { form: messages.signIn.refused }, 422);
    }
  });
}
