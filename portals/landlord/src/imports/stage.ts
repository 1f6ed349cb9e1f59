import type { ImportState } from './gql/graphql';

/** How far an import has come, as people see it: a try and the import itself are told apart. */
export type Stage =
  | 'uploaded'
  | 'checking'
  | 'checked'
  | 'importing'
  | 'imported'
  | 'failed'
  | 'discarded';

export const STEPS = ['file', 'columns', 'preview', 'import', 'result'] as const;
/** A step of the wizard, as its address names it. */
export type Step = (typeof STEPS)[number];

interface Progress {
  state: ImportState;
  isDryRun: boolean;
}

export function stageOf({ state, isDryRun }: Progress): Stage {
  switch (state) {
    case 'UPLOADED':
      return 'uploaded';
    case 'VALIDATING':
      return isDryRun ? 'checking' : 'importing';
    case 'IMPORTING':
      return 'importing';
    case 'COMPLETED':
      return isDryRun ? 'checked' : 'imported';
    case 'FAILED':
      return 'failed';
    case 'DISCARDED':
      return 'discarded';
  }
}

/** Whether the room is at work on it, so that there is something to wait for. */
export function isRunning(progress: Progress): boolean {
  const stage = stageOf(progress);
  return stage === 'checking' || stage === 'importing';
}

/** Whether it can be given up: what is being imported, or was, stays. */
export function isDiscardable(progress: Progress): boolean {
  const stage = stageOf(progress);
  return stage !== 'importing' && stage !== 'imported' && stage !== 'discarded';
}

/** The steps that have something to show. */
export function reachableSteps(progress: Progress): readonly Step[] {
  switch (stageOf(progress)) {
    case 'uploaded':
      return ['file', 'columns'];
    case 'checking':
    case 'checked':
      return ['file', 'columns', 'preview'];
    case 'failed':
      return progress.isDryRun
        ? ['file', 'columns', 'preview']
        : ['file', 'columns', 'preview', 'import'];
    case 'importing':
      return ['file', 'columns', 'preview', 'import'];
    case 'imported':
      return ['file', 'columns', 'preview', 'result'];
    case 'discarded':
      return ['file'];
  }
}

/** Where work on it goes on: the last step that has something to show. */
export function currentStep(progress: Progress): Step {
  return reachableSteps(progress).at(-1) ?? 'file';
}

/** The step that an address asks for, as far as the import has come; without one where work goes on. */
export function shownStep(progress: Progress, asked: Step | null): Step {
  const isThere = asked !== null && reachableSteps(progress).includes(asked);
  return isThere ? asked : currentStep(progress);
}
