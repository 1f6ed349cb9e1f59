import { userErrors } from '@propertea/chassis/graph';
import type { Violations } from '@propertea/chassis/store';

export const { UserError } = userErrors({});

export const violations: Violations = {};
