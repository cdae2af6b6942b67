#!/usr/bin/env node

// Later versions of Node keep what they compile, for the next run; Node 20 has no such function, nor have its types.
if (!process.version.startsWith('v20.')) {
  const module = process.getBuiltinModule('node:module');
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();
}
void import('./main.js').then(({ main }) => main());
