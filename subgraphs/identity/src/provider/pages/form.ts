import type { Messages } from '../../messages.js';
import { html, type Fragment, type Html } from './html.js';

/** What is wrong with a form, by field; `form` is about the whole. */
export type Faults = Partial<Record<'email' | 'name' | 'password' | 'form', string>>;

interface FieldOptions {
  id: 'email' | 'name' | 'password';
  label: string;
  type: 'email' | 'text' | 'password';
  autocomplete: string;
  value?: string | undefined;
  hint?: string | undefined;
  fault?: string | undefined;
  maxlength: number;
  autofocus?: boolean;
}

export function field(options: FieldOptions): Html {
  const { id, fault, hint } = options;
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for="${id}">${options.label}</label>
    <input
      id="${id}"
      name="${id}"
      type="${options.type}"
      autocomplete="${options.autocomplete}"
      maxlength="${options.maxlength}"
      required${
        options.type === 'password' ? '' : html` value="${options.value ?? ''}" spellcheck="false"`
      }${options.type === 'email' && html` inputmode="email" autocapitalize="none"`}${
        fault !== undefined && html` aria-invalid="true"`
      }${described !== '' && html` aria-describedby="${described}"`}${options.autofocus && html` autofocus`}
    />
    ${hint !== undefined && html`<span class="hint" id="${id}-hint">${hint}</span>`}
    ${fault !== undefined && html`<span class="fault" id="${id}-fault">${fault}</span>`}
  </div>`;
}

/** What is wrong, above the form: a link to each field, announced when the page opens. */
export function summary(messages: Messages, faults: Faults): Fragment {
  const { form: whole, ...fields } = faults;
  const items = Object.entries(fields).filter((entry) => entry[1] !== undefined);
  if (whole === undefined && items.length === 0) return null;
  return html`<div class="alert" role="alert">
    ${items.length > 0 && html`<h2>${messages.summary}</h2>`}
    ${whole !== undefined && html`<p>${whole}</p>`}
    ${
      items.length > 0 &&
      html`<ul>
        ${items.map(([id, text]) => html`<li><a href="#${id}">${text}</a></li>`)}
      </ul>`
    }
  </div>`;
}

/** A form that carries the proof that it comes from our own page. */
export function form(action: string, token: string, body: Fragment): Html {
  return html`<form method="post" action="${action}" novalidate>
    <input type="hidden" name="form" value="${token}" />
    ${body}
  </form>`;
}

/** Which field takes the focus: the first that is wrong, else the first that is empty. */
export function focusOf<Id extends 'email' | 'name' | 'password'>(
  ids: readonly Id[],
  faults: Faults,
  values: Partial<Record<Id, string>>,
): Id | undefined {
  return ids.find((id) => faults[id] !== undefined) ?? ids.find((id) => !values[id]);
}
