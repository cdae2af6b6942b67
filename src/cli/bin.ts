#!/usr/bin/env node
import module from 'node:module';

// Node 22 and later keep what they compile, for the next run; Node 20 has no such function, nor have its types.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') module.enableCompileCache();
void import('./main.js').then(({ main }) => main());
