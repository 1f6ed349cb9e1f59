'use client';

import type { LinkProps } from '@propertea/ui';
import Link from 'next/link';

/** Next's link; pages are prefetched when somebody points at them, not when they are seen. */
export function RouterLink(props: LinkProps) {
  return <Link prefetch={false} {...props} />;
}
