import { isDeepStrictEqual } from 'node:util';
import { type ContractChanges, noChanges } from './changes.js';

/** A parsed JSON value of a committed JSON Schema. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

type JsonObject = { [key: string]: Json };

/** Keywords that say something to people only. */
const prose = new Set(['$schema', '$id', 'title', 'description', 'examples']);

/**
 * Compares the JSON Schemas of events, by wire type. Within a version only optional additions are
 * safe: consumers of old and new messages have to understand both. An event may go once a newer
 * version of it is published, which is dangerous while a queue is bound to the old one.
 */
export function compareEvents(
  before: ReadonlyMap<string, Json>,
  after: ReadonlyMap<string, Json>,
): ContractChanges {
  const changes = noChanges();
  for (const type of after.keys()) {
    if (!before.has(type)) changes.safe.push({ path: type, message: `Event ${type} is new.` });
  }
  for (const [type, old] of before) {
    const current = after.get(type);
    if (current !== undefined) {
      compareSchemas(type, old, current, changes);
    } else if (hasSuccessor(type, after)) {
      const message = `Event ${type} is gone; a newer version is published.`;
      changes.dangerous.push({ path: type, message });
    } else {
      changes.breaking.push({ path: type, message: `Event ${type} is gone.` });
    }
  }
  return changes;
}

function hasSuccessor(type: string, after: ReadonlyMap<string, Json>): boolean {
  const [name, version] = split(type);
  return [...after.keys()].some((candidate) => {
    const [otherName, otherVersion] = split(candidate);
    return otherName === name && otherVersion > version;
  });
}

function split(type: string): [name: string, version: number] {
  const at = type.lastIndexOf('.v');
  return [type.slice(0, at), Number(type.slice(at + 2))];
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function compareSchemas(path: string, before: Json, after: Json, changes: ContractChanges): void {
  if (!isObject(before) || !isObject(after)) {
    if (!isDeepStrictEqual(before, after)) report(path, 'changed', changes);
    return;
  }
  for (const keyword of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (prose.has(keyword)) continue;
    const [old, current] = [before[keyword], after[keyword]];
    if (isDeepStrictEqual(old, current)) continue;
    const here = `${path}/${keyword}`;
    if (keyword === 'properties' && isObject(old) && isObject(current)) {
      compareProperties(path, old, current, namesIn(after['required']), changes);
    } else if (keyword === 'required') {
      compareRequired(path, before, after, changes);
    } else if (Array.isArray(old) && Array.isArray(current) && old.length === current.length) {
      old.forEach((item, index) => {
        compareSchemas(`${here}/${index}`, item, current[index] ?? null, changes);
      });
    } else if (isObject(old) && isObject(current)) {
      compareSchemas(here, old, current, changes);
    } else {
      report(here, `${show(old)} became ${show(current)}`, changes);
    }
  }
}

function compareProperties(
  path: string,
  before: JsonObject,
  after: JsonObject,
  required: readonly string[],
  changes: ContractChanges,
): void {
  for (const [name, old] of Object.entries(before)) {
    const current = after[name];
    if (current === undefined) report(`${path}/${name}`, 'was removed', changes);
    else compareSchemas(`${path}/${name}`, old, current, changes);
  }
  for (const name of Object.keys(after)) {
    if (name in before) continue;
    if (required.includes(name)) {
      report(`${path}/${name}`, 'was added and is required', changes);
    } else {
      changes.safe.push({ path: `${path}/${name}`, message: `${path}/${name} was added.` });
    }
  }
}

function compareRequired(
  path: string,
  before: JsonObject,
  after: JsonObject,
  changes: ContractChanges,
): void {
  const [old, current] = [namesIn(before['required']), namesIn(after['required'])];
  const known = isObject(before['properties']) ? before['properties'] : {};
  const left = isObject(after['properties']) ? after['properties'] : {};
  // Properties that came or went are told about by their own names.
  for (const name of current) {
    if (!old.includes(name) && name in known) report(`${path}/${name}`, 'became required', changes);
  }
  for (const name of old) {
    if (!current.includes(name) && name in left)
      report(`${path}/${name}`, 'became optional', changes);
  }
}

const namesIn = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];

const show = (value: Json | undefined): string =>
  value === undefined ? 'nothing' : JSON.stringify(value);

function report(path: string, what: string, changes: ContractChanges): void {
  const message = `${path} ${what}: that needs a new version of the event.`;
  changes.breaking.push({ path, message });
}
