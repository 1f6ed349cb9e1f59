import { describeWith, rabbitmq } from '@propertea/testkit';
import { transportContract } from './support/transport-contract.js';

describe('facts over Postgres', () => {
  transportContract(() => undefined);
});

describeWith(rabbitmq, 'facts over RabbitMQ', transportContract);
