'use client';

import { useIntersection } from '@mantine/hooks';
import { useState } from 'react';
import type { ReactNode } from 'react';

/** A part of a page that is made, and asks for what it shows, when somebody comes near it. */
export function WhenSeen({ height, children }: { height: number; children: ReactNode }) {
  const { ref, entry } = useIntersection({ rootMargin: '100px' });
  const [isSeen, setSeen] = useState(false);
  if (entry?.isIntersecting && !isSeen) setSeen(true);
  return isSeen ? children : <div ref={ref} style={{ minHeight: height }} />;
}
