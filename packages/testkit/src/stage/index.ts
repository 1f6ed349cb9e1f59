import { z } from 'zod';
import { chromium, rabbitmq } from '../services.js';
import { describeWith } from '../services-suite.js';
import { deskVariable } from './desk.js';
import { signInOverHttp } from './sign-in.js';
import type { StageCookie } from './sign-in.js';
import { organizationShape, startStage } from './stage-process.js';
import type { StageAddress, StageProcess } from './stage-process.js';

export { startStage };
export type { StageAddress, StageCookie, StageProcess };

export type StageOrganization = z.infer<typeof organizationShape>;
export type StageAccount = StageOrganization['accounts']['administrator'];

/** The whole platform with its portals, to be played on through a browser. */
export interface Stage {
  /** Of the gateway, as browsers see it. */
  readonly url: string;
  /** Of each portal, as browsers see it, by its name. */
  readonly portals: Readonly<Record<string, string>>;
  /** What everything that runs there writes down. */
  readonly logFile: string;
  /**
   * Makes an organization that nobody else uses, with an administrator, a manager who reaches its first
   * company (LAKEVIEW), and a viewer. `small`, the default: 39 units of 4 properties of 2 companies;
   * `large`: the 24,440 of the Chicago list, in about 15 s.
   */
  organization(size?: 'empty' | 'small' | 'large'): Promise<StageOrganization>;
  /** Makes an account that belongs to no organization. */
  account(name: string): Promise<StageAccount>;
  /** An access token, for what a test asks of the graph itself. */
  token(email: string): Promise<string>;
  /** Signs in without clicking; the cookie is for `context.addCookies` and good at every portal. */
  signIn(account: StageAccount): Promise<StageCookie[]>;
  /** Takes a room down, and up again. On a stage of one's own only. */
  setRoom(name: string, isUp: boolean): Promise<void>;
  /** Takes the gateway down, and up again; portals stay. On a stage of one's own only. */
  setGateway(isUp: boolean): Promise<void>;
}

const PATIENCE_MS = 600_000;
const accountShape = organizationShape.shape.accounts.shape.administrator;

/** The stage at an address; `isShared` keeps a test from taking down what others stand on. */
export function stageAt(address: StageAddress, isShared: boolean): Stage {
  const { control, url, portals, logFile } = address;
  const ask = async <T extends z.ZodType>(request: object, shape: T): Promise<z.output<T>> => {
    const answer = await fetch(control, { method: 'POST', body: JSON.stringify(request) });
    const body: unknown = await answer.json();
    if (answer.ok) return shape.parse(body);
    throw new Error(`the stage answers: ${JSON.stringify(body)}`);
  };
  const requireOwn = () => {
    if (isShared) throw new Error('parts are taken down on a stage of one’s own: { own: true }');
  };
  return {
    url,
    portals,
    logFile,
    organization: (size = 'small') => ask({ do: 'organization', size }, organizationShape),
    account: (name) => ask({ do: 'account', name }, accountShape),
    token: (email) => ask({ do: 'token', email }, z.string()),
    signIn: (account) => signInOverHttp(Object.values(portals)[0] ?? url, account),
    async setRoom(name, isUp) {
      requireOwn();
      await ask({ do: 'room', name, isUp }, z.unknown());
    },
    async setGateway(isUp) {
      requireOwn();
      await ask({ do: 'gateway', isUp }, z.unknown());
    },
  };
}

/** On which stage a suite plays: on the one that all share, unless it asks for more. */
export interface StageWish {
  /** On one of its own, to take parts down. */
  own?: boolean;
  /** On one of its own whose facts travel over RabbitMQ; skipped by name where there is none. */
  broker?: boolean;
}

/**
 * `describeWith(chromium, …)` for a suite that plays on a stage: all such files of a run share one, which is
 * raised for the first of them, unless it wishes for its own. `declare` gets functions that return the
 * stage, the path of the browser and the URL of the broker once the tests run.
 */
export function describeOnStage(
  title: string,
  declare: (stage: () => Stage, chromiumPath: () => string, amqpUrl: () => string) => void,
  wish: StageWish = {},
): void {
  const onStage = (chromiumPath: () => string, amqpUrl?: () => string): void => {
    let stage: Stage | undefined;
    let own: StageProcess | undefined;
    beforeAll(async () => {
      if (wish.own || amqpUrl) own = await startStage('none', amqpUrl?.());
      stage = stageAt(own?.address ?? (await sharedAddress()), !own);
    }, PATIENCE_MS);
    afterAll(() => own?.stop(), 30_000);
    const current = (): Stage => {
      if (!stage) throw new Error('the stage is there only while tests run');
      return stage;
    };
    declare(current, chromiumPath, () => amqpUrl?.() ?? '');
  };
  describeWith(chromium, title, (chromiumPath) => {
    if (!wish.broker) onStage(chromiumPath);
    else
      describeWith(rabbitmq, 'whose facts travel over RabbitMQ', (amqpUrl) =>
        onStage(chromiumPath, amqpUrl),
      );
  });
}

async function sharedAddress(): Promise<StageAddress> {
  const desk = process.env[deskVariable];
  if (!desk) throw new Error(`${deskVariable} is set by Jest's globalSetup (jest.config.mjs)`);
  // Undici gives up after five minutes without an answer, and a build may take longer: asked again, it waits on.
  const answer = await fetch(desk).catch(() => fetch(desk));
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as StageAddress;
}
