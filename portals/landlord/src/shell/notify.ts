interface Notice {
  message: string;
  title?: string;
  isFailure?: boolean;
  /** What can be done about it while it is shown, such as taking it back. */
  action?: { label: string; run: () => void };
}

let closeLabel = '';

/** Tells how the button that closes a notice is called in the language of the page. */
export function nameNoticeClose(label: string): void {
  closeLabel = label;
}

/** Shows a short notice in the corner; what shows it is loaded with the first one. */
export async function notify({ isFailure, ...notice }: Notice): Promise<void> {
  const { showNotice } = await import('./notices');
  showNotice({
    ...notice,
    closeButtonProps: { 'aria-label': closeLabel },
    color: isFailure ? 'red' : 'leaf',
    autoClose: isFailure || notice.action ? 10_000 : 4_000,
  });
}
