/**
 * Preloaded into every process that we start: when we are gone, even by SIGKILL, the channel between us
 * closes, and the process ends as if it had been asked to.
 */
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 5_000).unref();
});
// Without this the channel alone would keep the process running.
process.channel?.unref();
