import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** Stock Apollo: its server, its gateway and its own fetcher, with no option but the supergraph. */
const [supergraph = '', port = ''] = process.argv.slice(2);
const server = new ApolloServer({
  gateway: new ApolloGateway({ supergraphSdl: readFileSync(supergraph, 'utf8') }),
});
await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: Number(port) } });
