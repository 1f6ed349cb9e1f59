import './source-loader.mjs';

const { dockerImage, probeServices, redis, rabbitmq, chromium } =
  await import('../../../packages/testkit/src/services.ts');

// Read by infra/gate/src/steps/services.ts: how each service can be had, and what would help.
const sources = await probeServices();
console.log(
  JSON.stringify(
    [redis, rabbitmq, chromium].map(({ serviceName, remedy }) => ({
      name: serviceName,
      kind: sources[serviceName]?.kind,
      image: dockerImage(serviceName),
      remedy,
    })),
  ),
);
