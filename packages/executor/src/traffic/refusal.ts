/** A request that was not sent, by the rules of the traffic to its subgraph. */
export class TrafficRefusal extends Error {
  override readonly name = 'TrafficRefusal';
}

/** A request that took longer than it may. */
export class CapReached extends Error {
  override readonly name = 'CapReached';

  constructor(ms: number) {
    super(`The subgraph did not answer within ${ms} ms`);
  }
}
