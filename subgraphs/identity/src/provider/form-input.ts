import { z } from 'zod';
import { emailSchema, nameSchema } from '../email.js';
import type { Messages } from '../messages.js';

/** What a form has sent; whatever is no plain text counts as not sent. */
export interface FormInput {
  form?: string | undefined;
  token?: string | undefined;
  email?: string | undefined;
  name?: string | undefined;
  password?: string | undefined;
}

const text = z.string().optional().catch(undefined);
const formSchema = z
  .object({ form: text, token: text, email: text, name: text, password: text })
  .catch({});

export function readForm(body: unknown): FormInput {
  return formSchema.parse(body ?? {});
}

interface Read {
  value: string;
  fault?: string;
}

export function emailOf(input: FormInput, messages: Messages): Read {
  const given = input.email ?? '';
  if (given.trim() === '') return { value: '', fault: messages.errors.emailMissing };
  const parsed = emailSchema.safeParse(given);
  return parsed.success
    ? { value: parsed.data }
    : { value: '', fault: messages.errors.emailInvalid };
}

export function nameOf(input: FormInput, messages: Messages): Read {
  const given = input.name ?? '';
  if (given.trim() === '') return { value: '', fault: messages.errors.nameMissing };
  const parsed = nameSchema.safeParse(given);
  if (parsed.success) return { value: parsed.data };
  const isTooLong = given.length > 200;
  return {
    value: '',
    fault: isTooLong ? messages.errors.nameTooLong : messages.errors.nameInvalid,
  };
}
