import type { Latest } from './inspected';

/** Why there is nothing to see, and what to do about it. */
export function Empty({ latest, what }: { latest: Latest; what: string }) {
  return (
    <p className="inspection-empty">
      {latest === 'nothing yet'
        ? `Execute a query or a mutation (Ctrl + Enter in the editor), and its ${what} is shown here.`
        : latest === 'withheld'
          ? `The gateway tells the ${what} of a request to operators only. Sign in as one, and execute it again.`
          : `The last answer came without a ${what}: it was refused before there was one. Mend the operation and execute it again.`}
    </p>
  );
}
