import { isListType, isNonNullType } from 'graphql';
import type { GraphQLInputType, GraphQLType } from 'graphql';
import { COLORS } from './model.js';
import type { Draw } from './draw.js';

/** An input value by chance, as it comes in JSON. */
export function drawValue(draw: Draw, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return drawPresent(draw, type.ofType);
  return draw.chance(0.15) ? null : drawPresent(draw, type);
}

function drawPresent(draw: Draw, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return drawPresent(draw, type.ofType);
  if (isListType(type)) {
    return Array.from({ length: draw.between(0, 3) }, () => drawValue(draw, type.ofType));
  }
  switch (type.name) {
    case 'Int':
      return draw.between(-3, 9);
    case 'Boolean':
      return draw.chance(0.5);
    case 'Color':
      return draw.one(COLORS);
    case 'Filter':
      return drawFilter(draw);
    default:
      return draw.one(['', 'text', 'quote " and \\', 'ünïcode']);
  }
}

function drawFilter(draw: Draw): Record<string, unknown> {
  return {
    ...(draw.chance(0.5) ? { low: draw.chance(0.2) ? null : draw.between(0, 9) } : {}),
    ...(draw.chance(0.4) ? { color: draw.one(COLORS) } : {}),
    ...(draw.chance(0.15) ? { deep: [drawFilter(draw)] } : {}),
  };
}

/** An input value by chance, as it is written in an operation. */
export const drawLiteral = (draw: Draw, type: GraphQLInputType): string =>
  written(drawValue(draw, type), type);

function written(value: unknown, type: GraphQLType | undefined): string {
  if (isNonNullType(type)) return written(value, type.ofType);
  if (Array.isArray(value)) {
    const item: GraphQLType | undefined = isListType(type) ? type.ofType : undefined;
    return `[${value.map((each) => written(each, item)).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, each]) => `${key}: ${written(each, undefined)}`,
    );
    return `{${entries.join(', ')}}`;
  }
  // Of all the strings that are drawn only colors are enum values.
  return COLORS.includes(String(value)) ? String(value) : JSON.stringify(value);
}
