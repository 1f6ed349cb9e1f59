let uploaded: string | undefined;

/** Notes that this page has uploaded the file of an import and is about to show it. */
export function noteUpload(importId: string): void {
  uploaded = importId;
}

/** Whether the import's file was uploaded on the page before; true once. */
export function takeUpload(importId: string): boolean {
  const isIt = uploaded === importId;
  uploaded = undefined;
  return isIt;
}
