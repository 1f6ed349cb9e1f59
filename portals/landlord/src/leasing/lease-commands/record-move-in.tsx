'use client';

import type { LeaseDialogProps } from './props';
import { RecordMove } from './record-move';

export default function RecordMoveIn(props: LeaseDialogProps) {
  return <RecordMove {...props} way="in" />;
}
