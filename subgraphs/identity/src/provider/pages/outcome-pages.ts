import { page, type PageFrame } from './frame.js';
import { html, trusted, type Fragment } from './html.js';

function goHome(frame: PageFrame): Fragment {
  return html`<a class="button" href="${frame.homeUrl}">${frame.messages.continue}</a>`;
}

/** After a mail was sent, or would have been: the page says the same in both cases. */
export function mailSentPage(
  frame: PageFrame,
  kind: 'registerSent' | 'forgotSent',
  signInUrl: string,
): string {
  const { title, lead, help } = frame.messages[kind];
  return page(frame, {
    title,
    lead,
    body: html`<p class="note">${frame.sendsMail ? help : frame.messages.keptMail}</p>
      <p class="below"><a href="${signInUrl}">${frame.messages.back}</a></p>`,
  });
}

/** An end of a way, with the door to the application. */
export function outcomePage(
  frame: PageFrame,
  kind: 'confirmed' | 'resetDone' | 'linkSpent' | 'expired',
): string {
  const { title, lead } = frame.messages[kind];
  return page(frame, { title, lead, body: goHome(frame) });
}

export function signedOutPage(frame: PageFrame): string {
  const { title, lead } = frame.messages.signedOut;
  return page(frame, { title, lead, body: goHome(frame) });
}

/**
 * Asks whether to sign out. `libraryForm` is the provider's own form with its secret, which our buttons
 * submit. Where the person has pressed "sign out" in the application already, the page submits itself.
 */
export function signOutPage(
  frame: PageFrame,
  libraryForm: string,
  email: string | undefined,
  isAsked: boolean,
): string {
  const { signOut } = frame.messages;
  return page(frame, {
    title: signOut.title,
    lead: email === undefined ? signOut.leadUnknown : signOut.lead(email),
    submitsItself: isAsked,
    body: html`${trusted(libraryForm)}
      <button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>
        ${signOut.submit}
      </button>
      <a class="button quiet" href="${frame.homeUrl}">${signOut.stay}</a>`,
  });
}

/** A failure in plain words; the protocol's own words are folded away below. */
export function errorPage(
  frame: PageFrame,
  kind: 'invalidRequest' | 'server' | 'notFound',
  details?: { error?: unknown; error_description?: unknown },
): string {
  const { failed } = frame.messages;
  const reference = [details?.error, details?.error_description].filter(
    (text) => typeof text === 'string',
  );
  return page(frame, {
    title: failed.title,
    lead: failed[kind],
    hasError: true,
    body: html`${goHome(frame)}
    ${
      reference.length > 0 &&
      html`<details>
        <summary>${failed.reference}</summary>
        <code>${reference.join(': ')}</code>
      </details>`
    }`,
  });
}
