type Path = readonly (string | number)[];

/** Adds what a part says of the object at a path of an answer, which is changed. */
export function mergeAt(answer: unknown, path: Path, part: unknown): void {
  let place = answer;
  for (const step of path) place = isParent(place) ? place[step] : undefined;
  merge(place, part);
}

function merge(into: unknown, from: unknown): void {
  if (!isParent(into) || !isParent(from)) return;
  for (const [key, value] of Object.entries(from)) {
    if (isParent(into[key]) && isParent(value)) merge(into[key], value);
    else into[key] = value;
  }
}

/** Objects, and lists by their indexes. */
function isParent(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}
