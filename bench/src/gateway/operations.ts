/** A repeatable source of numbers in 0…1 (mulberry32), so that every run plans the same operations. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TYPES = {
  User: {
    leaves: ['id', 'name', 'username', 'birthday', 'numberOfReviews'],
    branches: { reviews: 'Review' },
  },
  Review: { leaves: ['id', 'body'], branches: { author: 'User', product: 'Product' } },
  Product: {
    leaves: ['upc', 'name', 'price', 'weight', 'inStock', 'shippingEstimate'],
    branches: { reviews: 'Review' },
  },
} as const;

const ROOTS = { me: 'User', users: 'User', topProducts: 'Product' } as const;
const DEEPEST = 6;

/** Different operations over the supergraph, up to six levels deep, each different in structure and aliases. */
export function distinctOperations(count: number): string[] {
  const next = random(20_260_101);
  const selection = (type: keyof typeof TYPES, depth: number): string => {
    const { leaves, branches } = TYPES[type];
    const chosen: string[] = leaves.filter(() => next() < 0.5);
    for (const [field, target] of Object.entries(branches)) {
      if (depth < DEEPEST && next() < 0.85) {
        chosen.push(`${field} ${selection(target, depth + 1)}`);
      }
    }
    return `{ ${chosen.length > 0 ? chosen.join(' ') : leaves[0]} }`;
  };
  return Array.from({ length: count }, (_, index) => {
    const roots = Object.entries(ROOTS).map(
      ([field, type]) => `${field}${index}: ${field} ${selection(type, 1)}`,
    );
    return `query Distinct${index} { ${roots.join(' ')} }`;
  });
}
