import { defineConfig } from 'vite';

export default defineConfig({
  base: '/graphiql/',
  build: {
    outDir: '../dist/explorer',
    emptyOutDir: true,
    // Fonts and images stay files of their own: nothing is inlined that the policy would have to allow.
    assetsInlineLimit: 0,
    // The editor is one large thing and is loaded once.
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: {
      // "use client" of the components we bundle means something on servers only.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  worker: { format: 'es' },
});
