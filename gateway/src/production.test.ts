import { refuseUnsafeProduction, UnsafeProduction } from './production.js';

const safe = {
  mode: 'production' as const,
  publicUrl: 'https://propertea.example',
  oidc: { issuer: 'https://login.example' },
  corsOrigins: ['https://portal.example'],
  deployment: {
    embeddedIssuer: false,
    demoAccounts: false,
    generatedKeys: false,
    roleSeparation: true,
    gateways: 1,
    redis: false,
    events: true,
  },
};

const reasons = (config: Parameters<typeof refuseUnsafeProduction>[0]): readonly string[] => {
  try {
    refuseUnsafeProduction(config);
    return [];
  } catch (error) {
    return (error as UnsafeProduction).reasons;
  }
};

it('a sound configuration starts', () => {
  expect(reasons(safe)).toEqual([]);
  const several = { ...safe.deployment, gateways: 3, redis: true };
  expect(reasons({ ...safe, deployment: several })).toEqual([]);
});

it('everything that is only for trying is refused, each with its own sentence and all at once', () => {
  const refused = reasons({
    mode: 'production',
    publicUrl: 'http://localhost:4000',
    oidc: { issuer: 'http://localhost:4000/oidc' },
    corsOrigins: ['http://localhost:4001'],
    deployment: {
      embeddedIssuer: true,
      demoAccounts: true,
      generatedKeys: true,
      roleSeparation: false,
      gateways: 2,
      redis: false,
      events: false,
    },
  });
  expect(refused).toHaveLength(9);
  expect(new UnsafeProduction(refused).message.split('\n')).toHaveLength(10);
});

it('an issuer below the public URL is the embedded one, whatever it is called', () => {
  const own = { ...safe, oidc: { issuer: 'https://propertea.example/oidc' } };
  expect(reasons(own)).toEqual([expect.stringContaining('embedded OpenID provider')]);
});

it('development refuses nothing', () => {
  expect(reasons({ ...safe, mode: 'development', publicUrl: 'http://localhost:4000' })).toEqual([]);
});
