// Instrumentation must be there before anything that it watches is loaded, hence no import above this.
if (process.env['OTEL_EXPORTER_OTLP_ENDPOINT']) {
  process.env['OTEL_SERVICE_NAME'] ||= 'propertea';
  // Portals and the gateway keep the same traces.
  process.env['OTEL_TRACES_SAMPLER_SECRET'] ||= crypto.randomUUID();
  await import('@propertea/observability/telemetry');
}

const { reportFailure } = await import('./failure.js');
const { START_HELP, parseStartOptions } = await import('./start-options.js');

// The options are read before the rooms are loaded: a typing error is answered at once.
try {
  const options = parseStartOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(START_HELP);
  } else {
    const { runPlatform } = await import('./run-platform.js');
    await runPlatform(options);
  }
} catch (error) {
  process.exitCode = reportFailure(error);
}

export {};
