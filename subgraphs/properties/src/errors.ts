import { userErrors } from '@propertea/chassis/graph';
import type { Violations } from '@propertea/chassis/store';

export const { UserError } = userErrors({
  CODE_TAKEN: 'Another live object has this code in the same place.',
  HAS_CHILDREN: 'Something that still lives depends on it; the message says what and how many.',
  PARENT_RETIRED: 'What it belongs to is retired; restore that first.',
  BUILDING_REQUIRED: 'An apartment lies in a building.',
  BUILDING_FORBIDDEN: 'A house stands alone, outside of any building.',
  HOUSE_STANDS_ALONE: 'A house is the only unit of its property.',
  ENTRANCE_UNKNOWN: 'The building has no entrance of this code.',
  ENTRANCE_IN_USE: 'Units are still reached by this entrance; the message says how many.',
});

const code = { code: 'CODE_TAKEN', path: ['input', 'code'] };

export const violations: Violations = {
  property_code_taken: {
    ...code,
    message: 'Another property of this company has this code. Choose a different one.',
  },
  property_with_units_lives: {
    code: 'HAS_CHILDREN',
    message: 'Units came to live here in the meantime. Load the property again.',
  },
  building_code_taken: {
    ...code,
    message: 'Another building of this property has this code. Choose a different one.',
  },
  unit_code_taken: {
    ...code,
    message: 'Another unit of this property has this code. Choose a different one.',
  },
};
