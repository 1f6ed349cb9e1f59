/** Where what follows from the rooms lies, relative to the repository's root. */
export const paths = {
  subgraphs: 'schema/subgraphs',
  events: 'schema/events',
  live: 'schema/live',
  operations: 'schema/operations',
  supergraph: 'schema/supergraph.graphql',
  api: 'schema/api.graphql',
  public: 'schema/public.graphql',
  rules: 'schema/rules.json',
  /** What releases changed, a file each, and all of them for people. */
  changelog: 'schema/changelog',
  changelogPage: 'schema/CHANGELOG.md',
  broker: 'infra/rabbitmq/definitions.json',
} as const;

export const subgraphFile = (room: string): string => `${paths.subgraphs}/${room}.graphql`;

/** SDL that no room serves, by the name of its subgraph. */
export const liveFile = (name: string): string => `${paths.live}/${name}.graphql`;

/** `type` is the wire type, e.g. `company.created.v1`. */
export const eventFile = (type: string): string => `${paths.events}/${type}.json`;
