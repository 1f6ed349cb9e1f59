/** Whether the gateway has said that the view as another member is over, as the page knows it. */
let isOver = false;
const listeners = new Set<() => void>();

/** Called by an operation that was refused because the view as another member is over. */
export function viewAsIsOver(): void {
  isOver = true;
  for (const listener of listeners) listener();
}

export const viewAsOver = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isOver: () => isOver,
};
