import { on } from '@propertea/chassis/messaging';
import { memberSnapshot } from '@propertea/schema/events';
import { applyMembership } from './apply-membership.js';

export const onMemberSnapshot = on(memberSnapshot, (scope) => applyMembership(scope, false));
