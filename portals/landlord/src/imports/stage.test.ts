import { currentStep, isDiscardable, isRunning, reachableSteps, shownStep, stageOf } from './stage';
import type { ImportState } from './gql/graphql';

const at = (state: ImportState, isDryRun = false) => ({ state, isDryRun });

describe('how far an import has come', () => {
  it('a dry run and the import itself are told apart', () => {
    expect(stageOf(at('VALIDATING', true))).toBe('checking');
    expect(stageOf(at('VALIDATING'))).toBe('importing');
    expect(stageOf(at('COMPLETED', true))).toBe('checked');
    expect(stageOf(at('COMPLETED'))).toBe('imported');
  });

  it('is waited for only while the room is at work', () => {
    expect([at('VALIDATING', true), at('VALIDATING'), at('IMPORTING')].every(isRunning)).toBe(true);
    expect([at('UPLOADED'), at('COMPLETED', true), at('FAILED')].some(isRunning)).toBe(false);
  });

  it('what is being imported, or was, cannot be discarded', () => {
    const stages = [at('UPLOADED'), at('VALIDATING', true), at('COMPLETED', true), at('FAILED')];
    expect(stages.every(isDiscardable)).toBe(true);
    expect(
      [at('VALIDATING'), at('IMPORTING'), at('COMPLETED'), at('DISCARDED')].some(isDiscardable),
    ).toBe(false);
  });
});

describe('the steps of the wizard', () => {
  it('work goes on where it was left', () => {
    expect(currentStep(at('UPLOADED'))).toBe('columns');
    expect(currentStep(at('VALIDATING', true))).toBe('preview');
    expect(currentStep(at('COMPLETED', true))).toBe('preview');
    expect(currentStep(at('FAILED', true))).toBe('preview');
    expect(currentStep(at('FAILED'))).toBe('import');
    expect(currentStep(at('IMPORTING'))).toBe('import');
    expect(currentStep(at('COMPLETED'))).toBe('result');
  });

  it('an address may go back to every earlier step and to no later one', () => {
    expect(shownStep(at('COMPLETED', true), 'columns')).toBe('columns');
    expect(shownStep(at('UPLOADED'), 'result')).toBe('columns');
    expect(shownStep(at('UPLOADED'), null)).toBe('columns');
    expect(reachableSteps(at('COMPLETED'))).toContain('preview');
    expect(shownStep(at('COMPLETED'), 'import')).toBe('result');
  });
});
