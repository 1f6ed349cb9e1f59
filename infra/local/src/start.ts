import { reportFailure } from './failure.js';
import { START_HELP, parseStartOptions } from './start-options.js';

// The options are read before the rooms are loaded: a typing error is answered at once.
try {
  const options = parseStartOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(START_HELP);
  } else {
    // Instrumentation must be there before anything that it watches is loaded.
    if (process.env['OTEL_EXPORTER_OTLP_ENDPOINT']) await import('@propertea/chassis/telemetry');
    const { runPlatform } = await import('./run-platform.js');
    await runPlatform(options);
  }
} catch (error) {
  process.exitCode = reportFailure(error);
}
