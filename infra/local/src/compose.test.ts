import { readFileSync, readdirSync, rmSync, mkdtempSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      image: z.string(),
      profiles: z.array(z.enum(['services', 'all'])).min(1),
      user: z.string().optional(),
      read_only: z.boolean().optional(),
      build: z.object({ args: z.object({ ROOM: z.string() }) }).optional(),
      environment: z.record(z.string(), z.string()).optional(),
      entrypoint: z.array(z.string()).optional(),
      volumes: z.array(z.string()).optional(),
      healthcheck: z.looseObject({ disable: z.boolean().optional() }).optional(),
      ports: z.array(z.string()).optional(),
      depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
    }),
  ),
});

const { services } = composeSchema.parse(parse(read('docker-compose.yml'), { merge: true }));
const rooms = readdirSync(join(root, 'subgraphs')).filter((name) => !name.startsWith('.'));
const portals = readdirSync(join(root, 'portals'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const built = Object.entries(services).filter(([, service]) => service.build);
const bought = Object.entries(services).filter(([, service]) => !service.build);

describe('docker-compose.yml', () => {
  it('has a service for every room and portal, the gateway and the migrations, and for nothing that is gone', () => {
    expect(built.map(([name]) => name).toSorted()).toEqual(
      [...rooms, ...portals, 'gateway', 'migrations'].toSorted(),
    );
    for (const [name, service] of built) expect(service.build?.args.ROOM).toBe(name);
  });

  it('lets the gateway know every room', () => {
    const known: unknown = JSON.parse(services['gateway']?.environment?.['ROOMS'] ?? '{}');
    expect(known).toEqual(Object.fromEntries(rooms.map((room) => [room, `http://${room}:4000`])));
  });

  it('lets each portal know the gateway, and the gateway and the sign-in each portal', () => {
    const realm = read('infra/keycloak/realm.json');
    const origins = services['gateway']?.environment?.['CORS_ORIGINS']?.split(/,(?![^{]*})/);
    expect(origins).toHaveLength(portals.length);
    for (const portal of portals) {
      const { environment, ports, depends_on } = services[portal] ?? {};
      expect(environment).toMatchObject({
        GATEWAY_URL: 'http://gateway:4000',
        GATEWAY_PUBLIC_URL: services['gateway']?.environment?.['PUBLIC_URL'],
      });
      const url = environment?.['PORTAL_URL'] ?? '';
      expect(origins).toContain(url);
      const variable = /^\$\{([A-Z_]+):-/.exec(url)?.[1] ?? '';
      expect(services['keycloak']?.environment?.[variable]).toBe(url);
      expect(realm).toContain(`\${${variable}}/auth/callback`);
      expect(realm).toContain(`\${${variable}}/*`);
      expect(ports?.[0]).toMatch(/:4000$/);
      expect(depends_on).toEqual({ gateway: { condition: 'service_healthy' } });
    }
    expect(services['organizations']?.environment?.['PUBLIC_URL']).toBe(
      services['landlord']?.environment?.['PORTAL_URL'],
    );
    // Otherwise all guesses through a portal would count as one caller's.
    expect(services['gateway']?.environment?.['TRUSTED_PROXIES']).toContain('uniquelocal');
  });

  it('has every process tell its metrics and traces, and both doors keep the same traces', () => {
    for (const [name, { environment }] of built) {
      if (name === 'migrations') continue;
      expect(environment).toMatchObject({
        METRICS_PORT: '9464',
        METRICS_TOKEN: expect.stringMatching(/^\$\{METRICS_TOKEN:\?/),
        OTEL_EXPORTER_OTLP_ENDPOINT: '${OTEL_EXPORTER_OTLP_ENDPOINT:-}',
      });
    }
    const doors = built.filter(
      ([, { environment }]) => environment?.['OTEL_TRACES_SAMPLER_SECRET'],
    );
    expect(doors.map(([name]) => name).toSorted()).toEqual(['gateway', ...portals].toSorted());
  });

  it('runs what we build without root and without a writable image', () => {
    for (const [, service] of built) {
      expect(service).toMatchObject({ user: 'node', read_only: true, cap_drop: ['ALL'] });
    }
    const dockerfile = read('infra/docker/Dockerfile');
    expect(dockerfile.lastIndexOf('USER node')).toBeGreaterThan(dockerfile.lastIndexOf('COPY'));
    expect(dockerfile).toContain('HEALTHCHECK');
  });

  it('checks the health of every service it does not build, and starts rooms after the migrations', () => {
    expect(bought.map(([name]) => name).toSorted()).toEqual([
      'keycloak',
      'postgres',
      'rabbitmq',
      'redis',
    ]);
    for (const [, service] of bought) expect(service.healthcheck).toHaveProperty('test');
    for (const room of rooms) {
      expect(services[room]?.depends_on).toHaveProperty('migrations');
      expect(services['gateway']?.depends_on?.[room]).toEqual({ condition: 'service_healthy' });
    }
  });

  it('lets each room and the gateway in at the broker as itself, whose hash the broker is given', () => {
    const { environment, entrypoint, volumes } = services['rabbitmq'] ?? {};
    const definitions = z
      .object({ users: z.array(z.looseObject({ name: z.string(), password_hash: z.string() })) })
      .parse(JSON.parse(read('infra/rabbitmq/definitions.json')));
    expect(definitions.users.map(({ name }) => name).toSorted()).toEqual(
      ['propertea', 'gateway', ...rooms].toSorted(),
    );
    const hashes = definitions.users.map(
      (user) => /^\$\{([A-Z_]+)\}$/.exec(user.password_hash)?.[1],
    );
    expect(Object.keys(environment ?? {}).toSorted()).toEqual(hashes.toSorted());
    const missing = '?run node infra/docker/make-env.mjs';
    for (const room of ['gateway', ...rooms]) {
      const name = room.toUpperCase().replaceAll('-', '_');
      expect(hashes).toContain(`${name}_AMQP_HASH`);
      expect(services[room]?.environment?.['AMQP_URL']).toBe(
        `amqp://${room}:\${${name}_AMQP_PASSWORD:${missing}}@rabbitmq:5672/propertea`,
      );
      expect(services[room]?.depends_on).toHaveProperty('rabbitmq');
    }
    const known = services['operations']?.environment?.['ROOMS']?.split(',');
    expect(known?.toSorted()).toEqual(rooms.toSorted());
    // What start.sh writes is what the configuration reads.
    expect(volumes).toContain('./infra/rabbitmq:/etc/propertea:ro');
    expect(entrypoint?.slice(1, 3)).toEqual([
      '/etc/propertea/start.sh',
      '/etc/propertea/definitions.json',
    ]);
    expect(read('infra/rabbitmq/rabbitmq.conf')).toContain(
      `load_definitions = ${entrypoint?.[3]}\n`,
    );
  });

  it('is reachable from this machine only', () => {
    for (const service of Object.values(services)) {
      for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  it('holds no secret, and .env.example and make-env.mjs name all that it wants', () => {
    const text = read('docker-compose.yml');
    const wanted = new Set([...text.matchAll(/\$\{([A-Z_]+):\?/g)].map((match) => match[1]));
    // The broker gets a hash; the password is for people.
    wanted.add('RABBITMQ_PASSWORD');
    const folder = mkdtempSync(join(tmpdir(), 'propertea-env-'));
    try {
      const target = join(folder, '.env');
      const script = join(root, 'infra/docker/make-env.mjs');
      expect(spawnSync(process.execPath, [script, target]).status).toBe(0);
      const namesIn = (file: string) =>
        [...file.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]).toSorted();
      expect(namesIn(readFileSync(target, 'utf8'))).toEqual([...wanted].toSorted());
      expect(namesIn(read('.env.example'))).toEqual([...wanted].toSorted());
      expect(read('.env.example')).not.toMatch(/^[A-Z_]+=\S/m);
      expect(spawnSync(process.execPath, [script, target]).status).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const secretLike = Object.values(services)
      .flatMap((service) => Object.entries(service.environment ?? {}))
      .filter(([name]) => /PASSWORD|SECRET|PRIVATE|_PASS$/.test(name));
    for (const [, value] of secretLike) expect(value).toMatch(/^\$\{/);
  });
});

it('the Keycloak realm signs people in by code with PKCE for the gateway, and holds no secret', () => {
  const realm = z
    .looseObject({
      realm: z.string(),
      clients: z.array(z.looseObject({ clientId: z.string() })),
      users: z.array(
        z
          .object({
            username: z.string(),
            credentials: z.array(z.looseObject({ value: z.string() })),
          })
          .loose(),
      ),
    })
    .parse(JSON.parse(read('infra/keycloak/realm.json')));
  expect(realm.realm).toBe('propertea');
  expect(realm.clients).toEqual([
    expect.objectContaining({
      clientId: 'propertea-gateway',
      secret: '${OIDC_CLIENT_SECRET}',
      redirectUris: ['${LANDLORD_URL}/auth/callback', '${PUBLIC_URL}/auth/callback'],
      standardFlowEnabled: true,
      implicitFlowEnabled: false,
      directAccessGrantsEnabled: false,
      attributes: expect.objectContaining({ 'pkce.code.challenge.method': 'S256' }),
    }),
  ]);
  expect(realm.users.length).toBeGreaterThan(0);
  for (const user of realm.users) {
    expect(user.credentials).toEqual([expect.objectContaining({ value: '${DEMO_PASSWORD}' })]);
  }
});
