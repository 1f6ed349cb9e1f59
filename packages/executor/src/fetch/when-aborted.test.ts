import { getEventListeners } from 'node:events';
import { QuickAbortController, unlessAborted, whenAborted } from './when-aborted.js';

const listenersOf = ({ signal }: AbortController) => getEventListeners(signal, 'abort').length;

it('all that wait for one signal share a listener, and act unless they forgot it', () => {
  const controller = new AbortController();
  const acted: string[] = [];
  const forget = whenAborted(controller.signal, () => acted.push('first'));
  whenAborted(controller.signal, () => acted.push('second'));
  expect(listenersOf(controller)).toBe(1);
  forget();
  controller.abort();
  expect(acted).toEqual(['second']);
});

it('a signal for which nobody waits any more is let go of, and can be waited for again', () => {
  const controller = new AbortController();
  whenAborted(controller.signal, () => undefined)();
  expect(listenersOf(controller)).toBe(0);
  let acted = 0;
  whenAborted(controller.signal, () => (acted += 1));
  controller.abort();
  expect(acted).toBe(1);
});

it('what is begun is left when the signal aborts, and nothing is begun after that', async () => {
  const controller = new AbortController();
  const never = new Promise<never>(() => undefined);
  const left = unlessAborted(
    controller.signal,
    () => never,
    () => new Error('left'),
  );
  controller.abort();
  await expect(left).rejects.toThrow('left');
  let begun = false;
  const late = unlessAborted(
    controller.signal,
    async () => void (begun = true),
    () => new Error('too late'),
  );
  await expect(late).rejects.toThrow('too late');
  expect(begun).toBe(false);
});

it('what ends in time is given on, and the signal let go of', async () => {
  const controller = new AbortController();
  const leave = () => new Error('left');
  await expect(unlessAborted(controller.signal, async () => 7, leave)).resolves.toBe(7);
  const failing = unlessAborted(controller.signal, () => Promise.reject(new Error('own')), leave);
  await expect(failing).rejects.toThrow('own');
  expect(listenersOf(controller)).toBe(0);
});

it('a quick controller lets all act that did not forget it, once, and tells those that listen', () => {
  const controller = new QuickAbortController();
  const acted: string[] = [];
  whenAborted(controller.signal, () => acted.push('forgotten'))();
  whenAborted(controller.signal, () => acted.push('first'));
  expect(listenersOf(controller)).toBe(0);
  controller.signal.addEventListener('abort', () => acted.push('listener'));
  const reason = new Error('over');
  controller.abort(reason);
  controller.abort();
  expect(acted.toSorted()).toEqual(['first', 'listener']);
  expect(controller.signal.reason).toBe(reason);
});
