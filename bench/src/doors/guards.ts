import { createHash, randomUUID } from 'node:crypto';
import {
  ApiKeys,
  configSchema,
  documentLimits,
  FieldCosts,
  limitValues,
  memoryWindows,
  OperationCosts,
  PersistedQueries,
  RateLimits,
  TrustedDocuments,
  trustGuard,
  usageOf,
  UsageRecorder,
  UsageStore,
} from '@propertea/gateway/parts';
import { ANONYMOUS } from '@propertea/kernel';
import { parse } from 'graphql';
import { interleave, type Measurement, measurement } from '../harness.js';
import { type DoorsPart, type DoorsStage, microseconds } from './stage.js';

type Call = (index: number) => unknown;

/** A guard as it mostly is, beside the same at its worst or what would be done without it. */
interface Guard {
  name: string;
  ours: Call;
  peers?: Record<string, Call>;
}

/** What each guard adds to a request, alone: of the portal's largest query, in this process. */
export const guardsPart: DoorsPart = {
  name: 'guards',
  async run(stage) {
    const { guards, stop } = await guardsOf(stage);
    const calls = stage.quick ? 300 : 3_000;
    const measured: Measurement[] = [];
    for (const { name, ours, peers = {} } of guards) {
      const contenders = Object.fromEntries(
        Object.entries({ ours, ...peers }).map(([title, call]) => [
          title,
          () => microseconds(title === 'ours' ? calls : calls / 10, call),
        ]),
      );
      await interleave(1, contenders);
      const results = await interleave(stage.quick ? 3 : 9, contenders);
      measured.push(
        measurement({ case: `guard: ${name}`, metric: 'per request', unit: 'µs' }, results),
      );
    }
    await stop();
    return measured;
  },
};

async function guardsOf(
  stage: DoorsStage,
): Promise<{ guards: Guard[]; stop: () => Promise<void> }> {
  const { schema, supergraphSdl, operations, operationsPath, stores, logger } = stage;
  const query = operations
    .map(({ body }) => body)
    .filter((body) => body.startsWith('query'))
    .toSorted((one, other) => other.length - one.length)[0];
  if (query === undefined) throw new Error('The landlord portal asks nothing.');
  const config = configSchema.shape;
  const limits = config.limits.parse(undefined);
  const demand = config.demand.parse(undefined);
  const usageLimits = config.usage.parse(undefined);

  const admit = documentLimits(limits);
  const admitted = admit(query);
  const { document } = admitted;
  const fieldCosts = new FieldCosts(supergraphSdl);
  const costs = new OperationCosts(schema, fieldCosts);
  const window = { units: Number.MAX_SAFE_INTEGER, seconds: demand.windowSeconds };
  const budgets = (windows: ConstructorParameters<typeof RateLimits>[0]) =>
    new RateLimits(windows, window, logger);
  const inProcess = budgets(memoryWindows());
  const inRedis = budgets(stores.Redis.windows);
  const inPostgres = budgets(stores.Postgres.windows);
  const documents = new TrustedDocuments(operationsPath, logger);
  await documents.load();
  const trust = trustGuard(documents, false);
  const recorder = new UsageRecorder({
    store: new UsageStore(stores.Redis, usageLimits.retentionDays),
    limits: usageLimits,
    flushMs: usageLimits.flushMs,
    logger,
  });
  const used = usageOf('portal', recorder, documents);
  const caller = { identity: ANONYMOUS, isOperator: false };
  const operation = { admitted, operationName: undefined, caller, headers: {}, schema };
  const client = {
    organizationId: randomUUID(),
    apiClientId: randomUUID(),
    apiKeyId: randomUUID(),
    scopes: [],
    grants: [],
    grantsVersion: 1,
    endsAt: null,
  };
  const keys = new ApiKeys(
    async (_query, variables, shape) =>
      shape.parse(
        'keyHash' in variables ? { apiClientOf: client } : { recordApiKeyUse: { errors: [] } },
      ),
    logger,
  );
  const key = `ptk_${'A'.repeat(43)}`;
  const persisted = new PersistedQueries(stores.Redis, logger);
  const hash = createHash('sha256').update(query).digest('hex');
  persisted.keep(hash, query, 'bench');
  // The calls below leave no time to it.
  while ((await stores.Redis.get(`persisted-query:${hash}`)) === undefined);
  const variables = { ids: Array.from({ length: 100 }, (_, index) => ({ id: String(index) })) };

  const guards: Guard[] = [
    {
      name: 'document limits',
      ours: () => admit(query),
      peers: {
        'a document not seen yet': (index) => documentLimits(limits)(`${query} #${index}`),
        'without: parsing alone': () => parse(query, { noLocation: true }),
      },
    },
    { name: 'values of 100 variables', ours: () => limitValues('variables', variables, limits) },
    {
      name: 'estimate of the cost',
      ours: () => costs.of(document, undefined, {}),
      peers: {
        'a document not seen yet': () =>
          new OperationCosts(schema, fieldCosts).of(document, undefined, {}),
      },
    },
    {
      name: 'charge of a caller',
      ours: () => inRedis.charge('bench', 1),
      peers: {
        'in Postgres': () => inPostgres.charge('bench', 1),
        'in process': () => inProcess.charge('bench', 1),
      },
    },
    { name: 'count of usage', ours: () => used(operation) },
    { name: 'trusted document', ours: () => trust.require(admitted, caller) },
    { name: 'persisted query', ours: () => persisted.textOf(hash) },
    { name: 'API key', ours: () => keys.clientOf(key) },
  ];
  return { guards, stop: () => recorder.stop() };
}
