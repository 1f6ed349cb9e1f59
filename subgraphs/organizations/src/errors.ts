import { userErrors } from '@propertea/chassis/graph';
import type { Violations } from '@propertea/chassis/store';

export const { UserError } = userErrors({
  CODE_TAKEN: 'Another object already has this code.',
  HAS_CHILDREN: 'Something that still lives depends on it; the message says what and how many.',
  ALREADY_MEMBER: 'This person is already a member of the organization.',
  ALREADY_GRANTED: 'The member already has this role with this reach.',
  LAST_ADMINISTRATOR: 'The organization would be left without an administrator.',
  INVITATION_EXPIRED: 'The invitation is no longer valid: it expired, was used or was revoked.',
  INVITATION_FOR_ANOTHER: 'The invitation was made for another e-mail address.',
  BEYOND_CREATOR: 'An API client would have more rights than who created it.',
  CREATOR_LEFT: 'Who created the API client is no longer a member of the organization.',
  TOO_MANY_KEYS: 'As many keys of the API client are good at present as there may be.',
});

export const violations: Violations = {
  company_code_taken: {
    code: 'CODE_TAKEN',
    message: 'Another company of this organization has this code. Choose a different one.',
    path: ['input', 'code'],
  },
  already_member: {
    code: 'ALREADY_MEMBER',
    message: 'This person is already a member of the organization.',
  },
  already_granted: {
    code: 'ALREADY_GRANTED',
    message: 'The member already has this role with this reach.',
  },
};
