import { z } from 'zod';
import { nameOf } from '../text.js';

/** A company's code, unique in its organization: up to ten capital letters and digits. */
export const companyCode = z
  .string()
  .regex(/^[A-Z0-9]{1,10}$/, 'Use 1 to 10 capital letters and digits.');

export const companyName = nameOf('company');
