import { UiLink } from './link';
import type { LinkProps } from './link';

/** A link in running text and in rows: a page may hold hundreds, so it is an element with a class and no more. */
export function TextLink({ isStrong, ...props }: LinkProps & { isStrong?: boolean }) {
  return <UiLink className="ui-link" data-strong={isStrong || undefined} {...props} />;
}
