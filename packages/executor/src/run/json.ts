/** An object as it was parsed from JSON; nothing is known of its values. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is an object that consists of nothing but its keys; a Date, say, does not. */
export function isPlain(value: unknown): value is JsonObject {
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Whether the strings of a JSON text are written in it as they are. */
export function isPlainJson(text: string): boolean {
  return !text.includes('\\');
}

/** Sets a key as an own property, also where its name is `__proto__`. */
export function setOwn(object: JsonObject, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    object[key] = value;
  }
}
