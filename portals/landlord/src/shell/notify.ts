interface Notice {
  message: string;
  title?: string;
  isFailure?: boolean;
}

/** Shows a short notice in the corner; what shows it is loaded with the first one. */
export async function notify({ isFailure, ...notice }: Notice): Promise<void> {
  const { showNotice } = await import('./notices');
  showNotice({
    ...notice,
    color: isFailure ? 'red' : 'leaf',
    autoClose: isFailure ? 10_000 : 4_000,
  });
}
