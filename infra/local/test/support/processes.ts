import { execFileSync } from 'node:child_process';

/** Ids of the processes that the process started itself. */
export function childrenOf(pid: number): number[] {
  return processes().get(pid) ?? [];
}

/** Ids of all processes that the process started, and of those that they started. */
export function descendantsOf(pid: number): number[] {
  const children = processes();
  const found: number[] = [];
  for (let queue = [pid]; queue.length > 0;) {
    queue = queue.flatMap((parent) => children.get(parent) ?? []);
    found.push(...queue);
  }
  return found;
}

/** The children of every process. */
function processes(): Map<number, number[]> {
  const children = new Map<number, number[]>();
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  for (const line of list.trim().split('\n')) {
    const [child = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    const siblings = children.get(parent);
    if (siblings) siblings.push(child);
    else children.set(parent, [child]);
  }
  return children;
}
