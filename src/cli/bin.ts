#!/usr/bin/env node

// Node 22.3 and later keep what they compile, for the next run; Node 20 cannot, nor have its types such a function.
if (!process.version.startsWith('v20.')) {
  const module: object = process.getBuiltinModule?.('node:module') ?? {};
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();
}
void import('./main.js').then(({ main }) => main());
