'use client';

import { createContext, use } from 'react';
import type { ReactNode } from 'react';

/** The words of the parts of this package, in the language of the page. */
export interface UiTexts {
  search: string;
  clear: string;
  columns: string;
  filters: string;
  loadMore: string;
  loading: string;
  cancel: string;
  close: string;
  retry: string;
  asTable: string;
  asChart: string;
  selectRow: string;
  selectAll: string;
  sortAscending: string;
  sortDescending: string;
  actions: string;
  showing: (shown: number, total: number) => string;
  selected: (count: number) => string;
}

const Texts = createContext<UiTexts | null>(null);

export function UiProvider({ texts, children }: { texts: UiTexts; children: ReactNode }) {
  return <Texts value={texts}>{children}</Texts>;
}

/** @throws Error outside of a UiProvider */
export function useUiTexts(): UiTexts {
  const texts = use(Texts);
  if (!texts) throw new Error('UiProvider is missing');
  return texts;
}
