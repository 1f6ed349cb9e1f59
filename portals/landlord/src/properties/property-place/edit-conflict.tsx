'use client';

import { ConflictDialog } from '@/shared/forms/conflict-dialog';
import { textAt } from './edits';
import type { Edited } from './edits';
import type { Edit } from './use-edit';

/** What I want of an object beside what was saved in the meantime, field by field. */
export default function EditConflict<Values extends Edited>(props: {
  edit: Edit<Values>;
  /** The paths of the form's fields, how they are called, and their values as people read them. */
  fields: readonly { path: string; label: string; text?: (value: string) => string }[];
}) {
  const { conflict, keepMine, takeTheirs, decideLater } = props.edit;
  if (!conflict) return null;
  return (
    <ConflictDialog
      isOpen
      fields={props.fields.map(({ path, label, text = String }) => {
        const shown = (values: Values) => {
          const value = textAt(values, path);
          return value && text(value);
        };
        return { path, label, mine: shown(conflict.mine), theirs: shown(conflict.theirs) };
      })}
      isBusy={props.edit.command.isSending}
      onKeepMine={keepMine}
      onTakeTheirs={takeTheirs}
      onClose={decideLater}
    />
  );
}
