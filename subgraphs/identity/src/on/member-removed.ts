import { on } from '@propertea/chassis/messaging';
import { memberRemoved } from '@propertea/schema/events';
import { applyMembership } from './apply-membership.js';

/** Who has left is no colleague any more. */
export const onMemberRemoved = on(memberRemoved, (scope) => applyMembership(scope, true));
