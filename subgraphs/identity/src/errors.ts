import { userErrors } from '@propertea/chassis/graph';

export const { UserError } = userErrors({
  EMAIL_TAKEN: 'Another account has this e-mail address.',
  PERSON_ERASED: 'The data of this person has been erased.',
});
