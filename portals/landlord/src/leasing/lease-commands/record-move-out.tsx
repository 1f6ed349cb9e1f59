'use client';

import type { LeaseDialogProps } from './props';
import { RecordMove } from './record-move';

export default function RecordMoveOut(props: LeaseDialogProps) {
  return <RecordMove {...props} way="out" />;
}
