import type { TestHouse } from '../house.js';
import { Ground } from './ground.js';
import { OrganizationSeed } from './organization.js';
import { type UserFacts, UserSeed } from './people.js';

/** The beginning of every chain: `await seed.organization().company().property().unit()`. */
export interface Seed {
  organization(facts?: Parameters<typeof OrganizationSeed.sow>[1]): OrganizationSeed;
  user(facts?: UserFacts): UserSeed;
}

export interface SeedOptions {
  /**
   * Stands in every text and, by its first three letters, in every code that is not given, so that a
   * test knows again what it made.
   */
  mark?: string;
  /** Of the sign-ins; tokens for a gateway must come from the same. */
  issuer?: string;
}

/** Fills a house through the commands of its rooms. */
export function seedOf(house: TestHouse, options: SeedOptions = {}): Seed {
  const { mark = 'Seed', issuer = 'https://seed.example.test' } = options;
  const ground = new Ground(house, mark, issuer);
  return {
    organization: (facts) => OrganizationSeed.sow(ground, facts),
    user: (facts) => UserSeed.sow(ground, facts),
  };
}
