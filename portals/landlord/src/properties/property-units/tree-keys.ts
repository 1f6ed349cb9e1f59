import type { KeyboardEvent } from 'react';

/** Marks what the arrow keys go to: branches' buttons and units' links. */
export const TREE_ITEM = { 'data-tree-item': true };

const ITEMS = '[data-tree-item]';

/**
 * Arrow keys in a tree of nested lists: up and down to the next item, right opens a branch, left closes it or
 * goes to the branch above. The tab key works as everywhere.
 */
export function useTreeKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  return moveInTree;
}

function moveInTree(event: KeyboardEvent<HTMLElement>): void {
  const item = event.target;
  if (!(item instanceof HTMLElement) || !item.matches(ITEMS)) return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(ITEMS)];
  const index = items.indexOf(item);
  const expanded = item.getAttribute('aria-expanded');
  const keys: Record<string, () => void> = {
    ArrowDown: () => items[index + 1]?.focus(),
    ArrowUp: () => items[index - 1]?.focus(),
    Home: () => items[0]?.focus(),
    End: () => items.at(-1)?.focus(),
    ArrowRight: () => (expanded === 'false' ? item.click() : items[index + 1]?.focus()),
    ArrowLeft: () => (expanded === 'true' ? item.click() : branchAbove(item)?.focus()),
  };
  const move = keys[event.key];
  if (!move) return;
  event.preventDefault();
  move();
}

/** The nearest branch that holds an item. */
function branchAbove(item: HTMLElement): HTMLElement | null {
  const own = item.matches('[aria-expanded]') ? item.closest('li') : item;
  const list = own?.parentElement?.closest('li:has(> div > [aria-expanded])');
  return list?.querySelector<HTMLElement>(':scope > div > [aria-expanded]') ?? null;
}
