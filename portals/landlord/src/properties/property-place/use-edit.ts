'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'next-intl';
import { useFailureText } from '@/shared/failure/use-failure-text';
import type { Rules } from '@/shared/forms/rule';
import { useCommandForm } from '@/shared/forms/use-command-form';
import type { CommandForm, UserError } from '@/shared/forms/use-command-form';
import { useUnsaved } from '@/shared/forms/use-unsaved';
import { differing, rebase } from './edits';
import type { Edited } from './edits';

/** An object as it was loaded: what the form shows of it, and the version that a change names. */
export interface Loaded<Values> {
  values: Values;
  version: number;
  isRetired: boolean;
}

export interface Edit<Values extends Edited> {
  command: CommandForm<Values>;
  /** What I want beside what somebody else saved in the meantime. */
  conflict: { mine: Values; theirs: Values } | undefined;
  keepMine: () => void;
  takeTheirs: () => void;
  /** Back to the form as it is. */
  decideLater: () => void;
  /** Why nothing can be saved any more. */
  obstacle: string | undefined;
}

/** A form over an existing object: sends what was changed, and compares when somebody else saved first. */
export function useEdit<Values extends Edited>(options: {
  rules: Rules;
  object: Loaded<Values>;
  /** Reads the object as it is now. */
  load: () => Promise<Loaded<Values>>;
  send: (
    values: Values,
    changed: readonly (keyof Values)[],
    version: number,
  ) => Promise<readonly UserError[] | undefined>;
  onDone: () => void;
}): Edit<Values> {
  const t = useTranslations('properties.form');
  const failureText = useFailureText();
  // What the person has seen; a newer one in the cache does not change the form under their hands.
  const base = useRef(options.object);
  const [conflict, setConflict] = useState<{ mine: Values; theirs: Loaded<Values> }>();
  const [obstacle, setObstacle] = useState<string>();
  const command = useCommandForm<Values>({
    rules: options.rules,
    initial: options.object.values,
    async send(values) {
      setObstacle(undefined);
      const changed = differing(values, base.current.values);
      if (changed.length === 0) return [];
      return await options.send(values, changed, base.current.version);
    },
    onDone: options.onDone,
    onConflict: () => void compare(),
  });
  const { form } = command;
  useUnsaved(form.isDirty() && !command.isSending);

  const compare = async () => {
    try {
      const now = await options.load();
      if (now.isRetired) setObstacle(t('retiredMeanwhile'));
      else {
        const mine = rebase(base.current.values, form.getValues(), now.values);
        setConflict({ mine, theirs: now });
      }
    } catch (failure) {
      setObstacle(failureText(failure));
    }
  };
  const goOn = (from: Loaded<Values>, values: Values) => {
    base.current = from;
    form.setValues(values);
    setConflict(undefined);
  };
  return {
    command,
    conflict: conflict && { mine: conflict.mine, theirs: conflict.theirs.values },
    keepMine() {
      if (!conflict) return;
      goOn(conflict.theirs, conflict.mine);
      command.submit();
    },
    takeTheirs() {
      if (conflict) goOn(conflict.theirs, conflict.theirs.values);
    },
    decideLater: () => setConflict(undefined),
    obstacle,
  };
}
