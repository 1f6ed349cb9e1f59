import type { FormRules } from '@propertea/kernel';
import { Kind, parse } from 'graphql';
import type { RoomSdl } from './composer.js';

export type { FormRules };

/** A room's part of the contract: what it serves, and the rules of its inputs by mutation. */
export interface RoomContract extends RoomSdl {
  rules?: Record<string, FormRules>;
}

/** The mutations of a room's SDL that take an `input` and are not hidden from portals. */
export function mutationsWithInput(sdl: string): string[] {
  return parse(sdl)
    .definitions.flatMap((node) =>
      (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      node.name.value === 'Mutation'
        ? (node.fields ?? [])
        : [],
    )
    .filter((field) => field.arguments?.some((argument) => argument.name.value === 'input'))
    .filter((field) => !field.directives?.some(({ name }) => name.value === 'inaccessible'))
    .map((field) => field.name.value);
}

/** schema/rules.json: a line per field, so that a changed rule is one changed line. */
export function printRules(rooms: readonly RoomContract[]): string {
  const rules = Object.assign({}, ...rooms.map((room) => room.rules ?? {})) as Record<
    string,
    FormRules
  >;
  const commands = Object.keys(rules)
    .toSorted()
    .map((name) => {
      const fields = Object.entries(rules[name] ?? {}).map(
        ([path, rule]) => `    ${JSON.stringify(path)}: ${JSON.stringify(rule)}`,
      );
      const body = fields.length > 0 ? `{\n${fields.join(',\n')}\n  }` : '{}';
      return `  ${JSON.stringify(name)}: ${body}`;
    });
  return commands.length > 0 ? `{\n${commands.join(',\n')}\n}\n` : '{}\n';
}
