/** How everything that runs in a browser is bundled. Rolldown makes it smaller than esbuild does. */
export const forBrowsers = {
  platform: 'browser',
  transform: { target: 'es2023' },
  logLevel: 'warn',
  treeshake: { propertyReadSideEffects: false },
} as const;
