import { processMetrics } from '@propertea/observability';
import { hearAnswers } from './server-answers.mjs';

/** What one portal counts, of who asks it and of what it asks the gateway. */
export class PortalMetrics {
  #portal;
  #requests;
  #durations;
  #asked;
  #waits;

  /** `sockets` tells how many are passed on now. */
  constructor(portal, { metrics = processMetrics, sockets = () => 0 } = {}) {
    this.#portal = portal;
    this.#requests = metrics.counter(
      'propertea_portal_requests_total',
      'Requests that a portal answered, by route and status; aborted where the caller went before.',
      ['portal', 'route', 'status'],
    );
    this.#durations = metrics.histogram(
      'propertea_portal_request_duration_seconds',
      'From a request to the end of its answer, by route.',
      ['portal', 'route'],
    );
    this.#asked = metrics.counter(
      'propertea_portal_gateway_requests_total',
      'Requests that a portal sent or passed on to the gateway, by source (a page, or the door that was passed on) and status; unavailable without an answer.',
      ['portal', 'source', 'status'],
    );
    this.#waits = metrics.histogram(
      'propertea_portal_gateway_request_duration_seconds',
      'From a request to the gateway to the beginning of its answer, by source.',
      ['portal', 'source'],
    );
    const open = metrics.gauge(
      'propertea_portal_sockets_open',
      'Sockets of browsers that a portal passes on to the gateway.',
      ['portal'],
    );
    metrics.beforeRead(() => open.set({ portal }, sockets()));
    hearAnswers((status, seconds) => this.#answered('page', status, seconds));
  }

  /** Counts a request of the portal once its answer has ended. */
  watch(route, response) {
    const began = performance.now();
    response.once('close', () => {
      const labels = { portal: this.#portal, route };
      const status = response.writableFinished ? response.statusCode : 'aborted';
      this.#requests.inc({ ...labels, status });
      this.#durations.observe(labels, (performance.now() - began) / 1000);
    });
  }

  /**
   * Begins to count a request that a door passes on to the gateway; what comes back is called with how it was
   * answered, of which only the first time counts.
   */
  passes(door) {
    const began = performance.now();
    let isCounted = false;
    return (status) => {
      if (isCounted) return;
      isCounted = true;
      this.#answered(door, status, (performance.now() - began) / 1000);
    };
  }

  #answered(source, status, seconds) {
    const labels = { portal: this.#portal, source };
    this.#asked.inc({ ...labels, status });
    this.#waits.observe(labels, seconds);
  }
}
