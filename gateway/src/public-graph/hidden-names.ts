import { FAULT_CODES } from '@propertea/kernel';
import type { FaultCode } from '@propertea/kernel';
import { isTypeDefinitionNode, Kind, parse, visit } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';

/** What is said in the place of a message that tells too much. */
const PLAIN: Readonly<Record<FaultCode, string>> = {
  UNAUTHENTICATED: 'Sign in to read this.',
  FORBIDDEN: 'You may not do this.',
  NOT_FOUND: 'Nothing of that id exists.',
  BAD_USER_INPUT: 'A value is not of its form.',
  CONFLICT: 'This cannot be done in the present state.',
  RATE_LIMITED: 'Too many requests. Try again later.',
  COST_LIMIT: 'This is too much to ask for at once.',
  UPSTREAM_UNAVAILABLE: 'A part of the graph is not available at the moment. Try again.',
  PERSISTED_QUERY_NOT_FOUND: 'PersistedQueryNotFound',
  INTERNAL: 'Something went wrong on our side.',
};

const CODES = new Set<unknown>(FAULT_CODES);
const WORD = /[A-Za-z_]\w*/g;
/** Plain words are names only where they are written as such: quoted, or behind a type. */
const WRITTEN_AS_NAME = /["'`.]([a-z]\w*)\b/g;

/**
 * Keeps names that are in the supergraph and not in the public contract out of what rooms say of an
 * operation that was carried out. (That it names nothing hidden itself, validation has seen to.)
 */
export class HiddenNames {
  readonly #hidden: ReadonlySet<string>;

  constructor(supergraphSdl: string, publicSdl: string) {
    const shown = namesIn(publicSdl);
    this.#hidden = new Set([...namesIn(supergraphSdl)].filter((name) => !shown.has(name)));
  }

  /** The error with another message where its own names something hidden. */
  withheld(error: GraphQLFormattedError): GraphQLFormattedError {
    // Errors about the document itself stand on the public schema and echo what the client wrote.
    if (!error.path || !this.#stands(error.message)) return error;
    const code = error.extensions?.['code'];
    const known = CODES.has(code) ? (code as FaultCode) : 'INTERNAL';
    return { ...error, message: PLAIN[known] };
  }

  #stands(message: string): boolean {
    const words = message.match(WORD) ?? [];
    if (words.some((word) => /[A-Z_]/.test(word) && this.#hidden.has(word))) return true;
    return [...message.matchAll(WRITTEN_AS_NAME)].some(([, word = '']) => this.#hidden.has(word));
  }
}

/** Every name of types, fields, arguments and enum values. */
function namesIn(sdl: string): Set<string> {
  const names = new Set<string>();
  visit(parse(sdl, { noLocation: true }), {
    enter(node) {
      if (isTypeDefinitionNode(node)) names.add(node.name.value);
      switch (node.kind) {
        case Kind.FIELD_DEFINITION:
        case Kind.INPUT_VALUE_DEFINITION:
        case Kind.ENUM_VALUE_DEFINITION:
          names.add(node.name.value);
          return undefined;
        case Kind.DIRECTIVE_DEFINITION:
          return false;
        default:
          return undefined;
      }
    },
  });
  return names;
}
