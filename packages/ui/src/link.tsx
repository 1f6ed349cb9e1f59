'use client';

import { createContext, createElement, use } from 'react';
import type { AnchorHTMLAttributes, ComponentType, Ref } from 'react';

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  ref?: Ref<HTMLAnchorElement>;
};

/** The router's own link, given by the portal; a plain anchor without one. */
export const LinkComponent = createContext<ComponentType<LinkProps> | null>(null);

export function UiLink(props: LinkProps) {
  return createElement(use(LinkComponent) ?? 'a', props);
}
