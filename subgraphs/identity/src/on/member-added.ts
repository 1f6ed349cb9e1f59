import { on } from '@propertea/chassis/messaging';
import { memberAdded } from '@propertea/schema/events';
import { applyMembership } from './apply-membership.js';

/** Colleagues see each other's names from here on. */
export const onMemberAdded = on(memberAdded, (scope) => applyMembership(scope, false));
