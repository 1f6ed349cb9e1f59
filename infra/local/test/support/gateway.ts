import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, inProcess, type RoomTransport } from '@propertea/chassis/runtime';
import { createGateway, keyValueProvisioningSql, postgresKeyValue } from '@propertea/gateway';
import { signAccessToken } from '@propertea/identity';
import { compose } from '@propertea/schema/compose';
import { freePort, type MadeUser, type Send, throughGateway } from '@propertea/testkit';
import { randomBytes } from 'node:crypto';
import { CLIENT_ID } from '../../src/settings.js';
import { startWholeHouse, type WholeHouse } from './house.js';
import { openAdmin } from './rows.js';

/** A house with its gateway on a port of its own, over the rooms' schemas as they are now. */
export interface HouseWithGateway extends WholeHouse {
  url: string;
  /** What the gateway shows of the graph. */
  apiSdl: string;
  /** What it shows to integrators. */
  publicSdl: string;
  /** A program with an API key, at the public graph. */
  byKey(key: string): Send;
  /** Puts another way to a room in the place of the one in process; undefined puts that one back. */
  reach(room: string, transport: RoomTransport | undefined): void;
  /** Somebody with a token of the embedded issuer, standing where they say; nobody without a user. */
  through(
    user?: MadeUser,
    organization?: { id: string },
    /** A view as another member that they began. */
    viewAs?: { id: string },
  ): Promise<Send>;
}

/** Starts rooms and gateway; people need the issuer of `parts` for their tokens. */
export async function startHouseWithGateway(): Promise<HouseWithGateway> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const house = await startWholeHouse(url);
  const contract = compose(house.rooms.map(({ name, sdl }) => ({ name, sdl })));
  const schema = await writeContract(house, contract);
  const logger = createLogger('test', process.env['TEST_LOG_LEVEL'] ?? 'silent');
  const keyValue = postgresKeyValue({ url: await provision(house), logger });
  const ways = new Map<string, RoomTransport>();
  const { secrets, issuer } = house.parts;
  const gateway = await createGateway({
    mode: 'development',
    publicUrl: url,
    supergraphPath: join(schema, 'supergraph.graphql'),
    rooms: house.rooms.map((room) => replaceable(inProcess(room), ways)),
    oidc: {
      issuer,
      clientId: CLIENT_ID,
      clientSecret: secrets.clientSecret,
      internalIssuerUrl: issuer,
    },
    assertionKey: secrets.assertion.privateKey,
    keyValue,
    cookieSecrets: secrets.cookieKeys,
    logger,
  });
  await gateway.start(port);
  return {
    ...house,
    url,
    apiSdl: contract.apiSdl,
    publicSdl: contract.publicSdl ?? '',
    byKey: (key) => throughGateway(url, { key }),
    reach: (room, way) => void (way ? ways.set(room, way) : ways.delete(room)),
    async through(user, organization, viewAs) {
      return throughGateway(url, {
        ...(user && { token: await tokenOf(house, user) }),
        ...(organization && { organization: organization.id }),
        ...(viewAs && { viewAs: viewAs.id }),
      });
    },
    async stop() {
      await gateway.stop();
      await keyValue.close();
      await house.stop();
      await rm(schema, { recursive: true, force: true });
    },
  };
}

function tokenOf({ parts }: WholeHouse, { email, name }: MadeUser): Promise<string> {
  const claims = { sub: email, email, email_verified: true, name };
  return signAccessToken(parts.issuer, parts.secrets.issuer, CLIENT_ID, claims);
}

/** A schema folder like the committed one. */
async function writeContract(
  house: WholeHouse,
  contract: ReturnType<typeof compose>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'propertea-schema-'));
  await mkdir(join(folder, 'subgraphs'));
  await writeFile(join(folder, 'supergraph.graphql'), contract.supergraphSdl);
  await writeFile(join(folder, 'public.graphql'), contract.publicSdl ?? '');
  for (const { name, sdl } of house.rooms) {
    await writeFile(join(folder, 'subgraphs', `${name}.graphql`), sdl);
  }
  return folder;
}

/** The gateway's part of the database, with a login role of this house's own. */
async function provision({ database }: WholeHouse): Promise<string> {
  const role = `gateway_${randomBytes(5).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  const admin = await openAdmin(database.adminUrl);
  await admin.query(keyValueProvisioningSql({ role, password }));
  await admin.end();
  const url = new URL(database.adminUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

function replaceable(
  usual: RoomTransport,
  ways: ReadonlyMap<string, RoomTransport>,
): RoomTransport {
  const now = () => ways.get(usual.name) ?? usual;
  return {
    name: usual.name,
    execute: (...request) => now().execute(...request),
    subscribe: (...request) => now().subscribe(...request),
    forward: (...request) => now().forward(...request),
    ready: () => now().ready(),
  };
}
