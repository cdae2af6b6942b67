import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { install, pack } from '../support/install-packed.js';

// The packed package in an application for the browser, as each bundler makes it.
const consumer = mkdtempSync(join(tmpdir(), 'bundlers-'));
afterAll(() => rmSync(consumer, { recursive: true }));

/** What each bundler is called with. It reads `NAME.js` and writes its files into `out/`. */
const bundlers = {
  esbuild: `
import { build } from 'esbuild';
export const bundle = (name) =>
  build({ entryPoints: [name + '.js'], bundle: true, format: 'esm', platform: 'browser', minify: true, outfile: 'out/' + name + '.js' });
`,
  rollup: `
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
export const bundle = async (name) => {
  const made = await rollup({ input: name + '.js', plugins: [nodeResolve({ browser: true }), commonjs()], onLog: () => {} });
  await made.write({ dir: 'out' });
};
`,
  vite: `
import { build } from 'vite';
export const bundle = (name) => {
  const rollupOptions = { input: name + '.js', output: { entryFileNames: '[name].js' } };
  return build({ configFile: false, logLevel: 'error', build: { outDir: 'out', emptyOutDir: false, rollupOptions } });
};
`,
  webpack: `
import { promisify } from 'node:util';
import webpack from 'webpack';
export const bundle = async (name) => {
  const output = { path: process.cwd() + '/out', filename: name + '.js', publicPath: '' };
  const made = await promisify(webpack)({ mode: 'production', target: 'web', entry: './' + name + '.js', output, performance: { hints: false } });
  const { errors, warnings } = made.toJson({ all: false, errors: true, warnings: true });
  if (errors.length + warnings.length > 0) throw new Error([...errors, ...warnings].map(({ message }) => message).join());
};
`,
};

/** An application that uses every entry for browsers, and one that defines a rule, which brings nothing else. */
const applications = {
  everything: `
import { environmentNotLinked, evaluateSnapshot, known, snapshotOf } from 'dual-write-health';
import { allowedActions } from 'dual-write-health/activity';
import { dataverseAdapter } from 'dual-write-health/adapters';
import { replayAlerts } from 'dual-write-health/alerts';
import { diagnose } from 'dual-write-health/diagnosis';
import { recognize } from 'dual-write-health/inputs';
import { compareMaps } from 'dual-write-health/maps';
import { pretty } from 'dual-write-health/reporters';
import { summarizeSyncErrors } from 'dual-write-health/sync-errors';
const facts = { link: known({ linked: false, legalEntities: [], apiHub: 'required' }) };
const snapshot = snapshotOf('contoso', facts, { takenAt: '2026-11-20T10:00:00Z' });
const report = evaluateSnapshot(snapshot, { validator: environmentNotLinked, failOn: 'warning' });
const live = dataverseAdapter({ url: 'https://contoso.crm.dynamics.com', credential: {} });
const used = [allowedActions, replayAlerts, compareMaps, summarizeSyncErrors].map((one) => typeof one);
console.log([report.health, pretty(report).split(' ')[0], diagnose('[DWDVEV1007] x')[0].id, recognize('[]').kind, live.name, ...used].join());
`,
  rule: `
import { defineRule } from 'dual-write-health';
console.log(typeof defineRule);
`,
};

beforeAll(() => {
  const plugins = ['@rollup/plugin-commonjs@29.0.3', '@rollup/plugin-node-resolve@16.0.3'];
  const tools = ['esbuild@0.27.7', 'rollup@4.67.4', 'vite@7.3.8', 'webpack@5.113.0'];
  install(consumer, [pack(consumer), ...tools, ...plugins]);
  for (const [name, source] of Object.entries(applications)) writeFileSync(join(consumer, `${name}.js`), source);
}, 240_000);

describe.each(Object.entries(bundlers))('%s', (name, source) => {
  test('bundles an application that runs, and of a rule nothing else', () => {
    rmSync(join(consumer, 'out'), { recursive: true, force: true });
    const calls = Object.keys(applications).map((application) => `await bundle('${application}');`);
    writeFileSync(join(consumer, `${name}.mjs`), [source, ...calls].join('\n'));
    expect(node([`${name}.mjs`])).toMatchObject({ stderr: '', status: 0 });
    const browser = ['--import', 'data:text/javascript,globalThis.self = globalThis'];
    expect(node([...browser, 'out/everything.js'])).toMatchObject({
      stdout: 'unhealthy,UNHEALTHY,DWDVEV1007,unknown,Dataverse,function,function,function,function\n',
      status: 0,
    });
    expect(node([...browser, 'out/rule.js']).stdout).toBe('function\n');
    expect(statSync(join(consumer, 'out/rule.js')).size).toBeLessThan(1_000);
    const builtIns = readdirSync(join(consumer, 'out')).filter((file) =>
      /["']node:/.test(readFileSync(join(consumer, 'out', file), 'utf8')),
    );
    expect(builtIns).toEqual([]);
  }, 240_000);
});

function node(args: readonly string[]) {
  return spawnSync(process.execPath, args, {
    cwd: consumer,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
