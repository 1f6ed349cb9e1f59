import { PASSWORD_MAX } from '../../account/password-policy.js';
import { field, focusOf, form, summary, type Faults } from './form.js';
import { page, type PageFrame } from './frame.js';
import { html } from './html.js';

export interface FormView {
  frame: PageFrame;
  /** Where the form is sent, also the beginning of the addresses beside it. */
  action: string;
  token: string;
  faults: Faults;
  email?: string | undefined;
  name?: string | undefined;
}

const hasError = (view: FormView) => Object.keys(view.faults).length > 0;

function emailField(view: FormView, autofocus: boolean, autocomplete: string) {
  return field({
    id: 'email',
    label: view.frame.messages.fields.email,
    type: 'email',
    autocomplete,
    value: view.email,
    fault: view.faults.email,
    maxlength: 254,
    autofocus,
  });
}

function newPasswordField(view: FormView, label: string, autofocus: boolean) {
  return field({
    id: 'password',
    label,
    type: 'password',
    autocomplete: 'new-password',
    hint: view.frame.messages.fields.passwordHint,
    fault: view.faults.password,
    maxlength: PASSWORD_MAX,
    autofocus,
  });
}

export function signInPage(view: FormView & { registerUrl: string; forgotUrl: string }): string {
  const { messages } = view.frame;
  const focus = focusOf(['email', 'password'], view.faults, { email: view.email ?? '' });
  return page(view.frame, {
    title: messages.signIn.title,
    lead: messages.signIn.lead,
    hasError: hasError(view),
    body: html`${summary(messages, view.faults)}
      ${form(
        view.action,
        view.token,
        html`${emailField(view, focus === 'email', 'username')}
          ${field({
            id: 'password',
            label: messages.fields.password,
            type: 'password',
            autocomplete: 'current-password',
            fault: view.faults.password,
            maxlength: PASSWORD_MAX,
            autofocus: focus === 'password',
          })}
          <p class="aside"><a href="${view.forgotUrl}">${messages.signIn.forgot}</a></p>
          <button type="submit">${messages.signIn.submit}</button>`,
      )}
      <p class="below">
        ${messages.signIn.noAccount} <a href="${view.registerUrl}">${messages.signIn.register}</a>
      </p>`,
  });
}

export function registerPage(view: FormView & { signInUrl: string }): string {
  const { messages } = view.frame;
  const values = { name: view.name ?? '', email: view.email ?? '' };
  const focus = focusOf(['name', 'email', 'password'], view.faults, values);
  return page(view.frame, {
    title: messages.register.title,
    lead: messages.register.lead,
    hasError: hasError(view),
    body: html`${summary(messages, view.faults)}
      ${form(
        view.action,
        view.token,
        html`${field({
            id: 'name',
            label: messages.fields.name,
            type: 'text',
            autocomplete: 'name',
            value: view.name,
            hint: messages.fields.nameHint,
            fault: view.faults.name,
            maxlength: 200,
            autofocus: focus === 'name',
          })}
          ${emailField(view, focus === 'email', 'email')}
          ${newPasswordField(view, messages.fields.password, focus === 'password')}
          <button type="submit">${messages.register.submit}</button>`,
      )}
      <p class="below">
        ${messages.register.hasAccount} <a href="${view.signInUrl}">${messages.register.signIn}</a>
      </p>`,
  });
}

export function forgotPage(view: FormView & { signInUrl: string }): string {
  const { messages } = view.frame;
  return page(view.frame, {
    title: messages.forgot.title,
    lead: messages.forgot.lead,
    hasError: hasError(view),
    body: html`${summary(messages, view.faults)}
      ${form(
        view.action,
        view.token,
        html`${emailField(view, true, 'username')}<button type="submit">
            ${messages.forgot.submit}
          </button>`,
      )}
      <p class="below"><a href="${view.signInUrl}">${messages.back}</a></p>`,
  });
}

/** The e-mail address goes along unseen, so that a password manager knows whose password it is. */
function accountHint(email: string) {
  return html`<input
    type="text"
    name="username"
    value="${email}"
    autocomplete="username"
    readonly
    hidden
  />`;
}

export function confirmPage(view: FormView & { email: string; secret: string }): string {
  const { messages } = view.frame;
  return page(view.frame, {
    title: messages.confirm.title,
    lead: messages.confirm.lead(view.email),
    hasError: hasError(view),
    body: html`${summary(messages, view.faults)}
      ${form(
        view.action,
        view.token,
        html`<input type="hidden" name="token" value="${view.secret}" />${accountHint(view.email)}
          ${field({
            id: 'password',
            label: messages.fields.password,
            type: 'password',
            autocomplete: 'current-password',
            fault: view.faults.password,
            maxlength: PASSWORD_MAX,
            autofocus: true,
          })} <button type="submit">${messages.confirm.submit}</button>`,
      )}
      <p class="below">${messages.confirm.notYou}</p>`,
  });
}

export function resetPage(view: FormView & { email: string; secret: string }): string {
  const { messages } = view.frame;
  return page(view.frame, {
    title: messages.reset.title,
    lead: messages.reset.lead,
    hasError: hasError(view),
    body: html`${summary(messages, view.faults)}
    ${form(
      view.action,
      view.token,
      html`<input type="hidden" name="token" value="${view.secret}" />${accountHint(view.email)}
        ${newPasswordField(view, messages.fields.newPassword, true)}
        <button type="submit">${messages.reset.submit}</button>`,
    )}`,
  });
}
