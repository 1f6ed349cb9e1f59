'use client';

import { useForm } from '@mantine/form';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '../failure/use-failure-text';
import { pathsOf, violationOf } from './rule';
import type { Rules } from './rule';
import { useErrorText } from './use-error-text';

export interface UserError {
  code: string;
  message: string;
  path: readonly string[];
}

/** What a mutation said: the errors of its payload, empty when it was carried out. */
export type Send<Values> = (values: Values) => Promise<readonly UserError[] | undefined>;

export interface CommandForm<Values extends Record<string, unknown>> {
  form: UseFormReturnType<Values>;
  /** What is wrong and belongs to no field. */
  failure: string | undefined;
  isSending: boolean;
  /** For `<form onSubmit>`. Sends once however often it is pressed. */
  submit: (event?: { preventDefault: () => void }) => void;
  /** The attributes that say what a field takes: `required`, `maxLength`. */
  field: (path: string) => { required?: boolean; maxLength?: number };
}

/**
 * A form over one command: checks what the room checks, and shows the room's errors at their fields.
 * `onConflict` is called instead of an error when the object was changed in the meantime.
 */
export function useCommandForm<Values extends Record<string, unknown>>(options: {
  rules: Rules;
  initial: Values;
  send: Send<Values>;
  onDone?: () => void;
  onConflict?: (values: Values) => void;
}): CommandForm<Values> {
  const { rules, onDone, onConflict } = options;
  const t = useTranslations('forms.rules');
  const errorText = useErrorText();
  const failureText = useFailureText();
  const [failure, setFailure] = useState<string>();
  const [isSending, setSending] = useState(false);
  const form = useForm<Values>({
    initialValues: options.initial,
    validateInputOnBlur: true,
    validate: (values) => {
      const errors: Record<string, string> = {};
      for (const [ruled, rule] of Object.entries(rules)) {
        for (const path of pathsOf(values, ruled)) {
          const held = at(values, path);
          // What a form does not hold is given by the page, such as the id and the version.
          if (!held) continue;
          const violation = violationOf(rule, held.value);
          if (violation) errors[path] = t(violation.key, violation.values);
        }
      }
      return errors;
    },
  });

  const send = async (values: Values) => {
    if (isSending) return;
    setSending(true);
    setFailure(undefined);
    try {
      const errors = (await options.send(values)) ?? [];
      if (errors.length === 0) return onDone?.();
      if (onConflict && errors.some(({ code }) => code === 'CONFLICT')) return onConflict(values);
      show(values, errors);
    } catch (problem) {
      setFailure(failureText(problem));
    } finally {
      setSending(false);
    }
  };
  const show = (values: Values, errors: readonly UserError[]) => {
    const general: string[] = [];
    for (const error of errors) {
      const path = error.path.filter((part) => part !== 'input').join('.');
      if (at(values, path)) form.setFieldError(path, errorText(error));
      else general.push(errorText(error));
    }
    if (general.length > 0) setFailure(general.join(' '));
  };
  const focusFirst = (errors: object) => {
    const [path] = Object.keys(errors);
    if (path) form.getInputNode(path)?.focus();
  };
  return {
    form,
    failure,
    isSending,
    submit: form.onSubmit(
      (values) => void send(values),
      focusFirst,
    ) as CommandForm<Values>['submit'],
    field(path) {
      const rule = rules[path.replaceAll(/\.\d+/g, '[]')];
      return {
        required: rule?.required ?? false,
        ...(rule?.maxLength === undefined ? {} : { maxLength: rule.maxLength }),
      };
    },
  };
}

/** The value at a path of the form's values, or undefined where the form has no such field. */
function at(values: object, path: string): { value: unknown } | undefined {
  let value: unknown = values;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !(key in value)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return { value };
}
