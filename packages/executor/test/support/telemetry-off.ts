// Imported before anything of Apollo's: the gateway package reports home unless this is set.
process.env.APOLLO_TELEMETRY_DISABLED ??= '1';

export {};
