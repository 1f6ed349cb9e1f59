import type { ReachKind, Role } from '../gql/graphql';

/** Every role, from the one with the most rights; the compiler says when one is missing. */
export const ROLES = Object.keys({
  ORGANIZATION_ADMIN: true,
  PROPERTY_MANAGER: true,
  ACCOUNTANT: true,
  MAINTENANCE_COORDINATOR: true,
  LEASING_AGENT: true,
  VIEWER: true,
} satisfies Record<Role, true>) as Role[];

/** Every reach, from the widest. */
export const REACHES = Object.keys({
  ORGANIZATION: true,
  COMPANY: true,
  PROPERTY: true,
} satisfies Record<ReachKind, true>) as ReachKind[];
