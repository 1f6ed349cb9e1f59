import { isCommonPassword } from './common-passwords.js';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 256;

export type PasswordFault = 'too-short' | 'too-long' | 'common';

/**
 * What is wrong with a new password, or undefined. Length counts characters as people see code points;
 * there are no rules about kinds of characters (NIST SP 800-63B §3.1.1.2).
 */
export function passwordFault(
  password: string,
  personal: readonly string[] = [],
): PasswordFault | undefined {
  if (password.length > PASSWORD_MAX) return 'too-long';
  if ([...password].length < PASSWORD_MIN) return 'too-short';
  return isCommonPassword(password, personal) ? 'common' : undefined;
}
