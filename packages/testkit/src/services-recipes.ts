import { freePort } from '@propertea/postgres';
import { join } from 'node:path';

export type ServiceName = 'redis' | 'rabbitmq' | 'chromium';

/** Everything goes to the loopback interface. */
export const localhost = '127.0.0.1';

/** How a service is found and started. */
export interface Recipe {
  title: string;
  variable: string;
  executables: string[];
  /** The port on which a server of the machine would listen, and the URL it would have. */
  running?: { port: number; url: string };
  docker?: { image: string; port: number };
  url?: (port: number) => string;
  launch?: (path: string, port: number, directory: string) => Promise<Launch>;
}

export interface Launch {
  args: string[];
  env?: Record<string, string>;
  /** Ends a helper that the server leaves behind, with the same environment. */
  cleanUp?: [program: string, ...args: string[]];
}

export const recipes: Record<ServiceName, Recipe> = {
  redis: {
    title: 'Redis',
    variable: 'REDIS_URL',
    executables: ['redis-server', 'valkey-server'],
    running: { port: 6379, url: `redis://${localhost}:6379` },
    docker: { image: 'redis:8-alpine', port: 6379 },
    url: (port) => `redis://${localhost}:${port}`,
    launch: async (_path, port, directory) => ({
      args: ['--port', `${port}`, '--bind', localhost, '--dir', directory, '--save', ''],
    }),
  },
  rabbitmq: {
    title: 'RabbitMQ',
    variable: 'AMQP_URL',
    // Debian's wrapper in /usr/sbin changes to a user who may not write to our directory.
    executables: ['/usr/lib/rabbitmq/bin/rabbitmq-server', 'rabbitmq-server'],
    running: { port: 5672, url: `amqp://guest:guest@${localhost}:5672` },
    docker: { image: 'rabbitmq:4-alpine', port: 5672 },
    url: (port) => `amqp://guest:guest@${localhost}:${port}`,
    launch: async (_path, port, directory) => ({
      args: [],
      env: {
        RABBITMQ_NODENAME: `propertea-${port}@localhost`,
        RABBITMQ_NODE_IP_ADDRESS: localhost,
        RABBITMQ_NODE_PORT: `${port}`,
        RABBITMQ_DIST_PORT: `${await freePort()}`,
        // Erlang's name server outlives the broker; one of our own can be ended without harm to others.
        ERL_EPMD_PORT: `${await freePort()}`,
        ERL_EPMD_ADDRESS: localhost,
        RABBITMQ_MNESIA_BASE: join(directory, 'mnesia'),
        RABBITMQ_LOG_BASE: join(directory, 'log'),
        RABBITMQ_PID_FILE: join(directory, 'pid'),
        RABBITMQ_ENABLED_PLUGINS_FILE: join(directory, 'plugins'),
        RABBITMQ_CONFIG_FILE: join(directory, 'rabbitmq'),
        HOME: directory,
      },
      cleanUp: ['epmd', '-kill'],
    }),
  },
  chromium: {
    title: 'Chromium',
    variable: 'CHROMIUM_PATH',
    // The first one is the same engine without windows: a page costs it a quarter less.
    executables: [
      'chromium-headless-shell',
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
    ],
  },
};
