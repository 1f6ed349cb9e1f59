'use client';

import { useLocalStorage } from '@mantine/hooks';
import { firstDraft } from './draft';
import type { Draft } from './draft';
import type { ImportLayout, MappedColumn, WizardImport } from './wizard-types';

interface Kept {
  layout?: ImportLayout;
  drafts: Partial<Record<ImportLayout, Draft>>;
}

const NOTHING: Kept = { drafts: {} };

/** The layout in which the room describes the columns unless another one is asked for. */
export function roomLayout({ layout, proposedLayout }: WizardImport): ImportLayout {
  return layout ?? proposedLayout ?? 'UNITS';
}

/**
 * The mapping that is being made, kept in this browser until it is sent: it survives a reload and is the same
 * in another tab. Each layout has its own, so that trying the other one loses nothing.
 */
export function useDraft(found: WizardImport) {
  const [kept, setKept, removeKept] = useLocalStorage<Kept>({
    key: `propertea-import-${found.id}`,
    defaultValue: NOTHING,
  });
  const layout = kept.layout ?? roomLayout(found);
  return {
    layout,
    setLayout: (next: ImportLayout) => setKept({ ...kept, layout: next }),
    /** The draft for the columns as the room describes them in this layout. */
    draftOf: (columns: readonly MappedColumn[]): Draft =>
      kept.drafts[layout] ?? firstDraft(found, layout, columns),
    setDraft: (draft: Draft) => setKept({ layout, drafts: { ...kept.drafts, [layout]: draft } }),
    /** The room knows it now. */
    forget: removeKept,
  };
}
