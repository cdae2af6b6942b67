import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { nodeVersions } from '../support/node-binary.js';

// Workflows run with rights that nobody sees, on machines that nobody looks at: what they may do and call is checked here.
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.github/workflows');
const files = readdirSync(folder);
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly needs?: string | readonly string[];
  readonly environment?: unknown;
  readonly strategy?: {
    readonly matrix: { readonly node: readonly string[]; readonly include: readonly { node: string }[] };
  };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');

function workflowOf(file: string): Workflow {
  const document = parseDocument(textOf(file), { uniqueKeys: true });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS();
}

test('there are these workflows', () =>
  expect(files.sort()).toEqual(['ci.yml', 'long.yml', 'release.yml', 'site.yml']));

describe.each(files)('%s', (file) => {
  const workflow = workflowOf(file);
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  test('pins every action to a commit, and says which version that is, the same everywhere', () => {
    const used = [...textOf(file).matchAll(/uses: (\S+)(.*)/g)];
    expect(used.length).toBeGreaterThan(0);
    for (const [, action = '', version = ''] of used) {
      expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      expect(version).toMatch(/^ # v\d+\.\d+\.\d+$/);
      const [name] = action.split('@');
      for (const other of files) {
        const pins = [...textOf(other).matchAll(new RegExp(`uses: (${name}@.*)`, 'g'))].map(([, pin]) => pin);
        expect(new Set([`${action}${version}`, ...pins]).size).toBe(1);
      }
    }
  });

  test('has the least permissions: none or reading for all, and writing only where a job says what', () => {
    expect([{}, { contents: 'read' }]).toContainEqual(workflow.permissions);
    const writing = jobs.flatMap(([name, { permissions = {} }]) =>
      Object.entries(permissions).flatMap(([scope, right]) => (right === 'write' ? [`${name}: ${scope}`] : [])),
    );
    expect(writing).toEqual(
      {
        'release.yml': ['prepare: contents', 'prepare: pull-requests', 'publish: id-token', 'attach: contents'],
        'site.yml': ['publish: pages', 'publish: id-token'],
      }[file] ?? [],
    );
  });

  test('does not run forever or beside itself, and leaves no credentials behind', () => {
    expect(workflow.concurrency).toBeDefined();
    for (const [, job] of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(180);
    for (const { uses = '', with: given } of steps)
      if (uses.startsWith('actions/checkout@')) expect(given).toMatchObject({ 'persist-credentials': false });
  });

  test('has no secret, and puts nothing that strangers write into a shell', () => {
    expect(textOf(file)).not.toMatch(/secrets\.|NPM_TOKEN|NODE_AUTH_TOKEN/);
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
  });

  test('calls scripts and files that there are, and installs without install scripts', () => {
    const commands = steps.flatMap(({ run = '' }) => run.split('\n'));
    for (const command of commands) {
      const [, script = 'test'] = /^npm run ([\w:-]+)/.exec(command.trim()) ?? [];
      expect(scripts).toHaveProperty([script]);
      if (/\bnpm ci\b/.test(command)) expect(command).toContain('--ignore-scripts');
      for (const [path] of command.matchAll(/\b(?:scripts|examples)\/[\w./-]+/g)) readFileSync(join(root, path));
    }
  });

  test('waits for jobs that there are', () => {
    for (const [, { needs = [] }] of jobs)
      for (const name of [needs].flat()) expect(workflow.jobs).toHaveProperty([name]);
  });
});

test('tests run on the oldest Node that is supported, on the newest of each later line, and on three operating systems', () => {
  const matrix = workflowOf('ci.yml').jobs.platforms?.strategy?.matrix ?? expect.fail('there is no matrix');
  const [oldest, ...later] = nodeVersions;
  expect(matrix.node).toEqual([oldest, ...later.map((version) => version.replace(/\..*/, ''))]);
  expect(matrix.include.filter(({ node }) => !matrix.node.includes(node))).toEqual([]);
  expect(new Set(textOf('ci.yml').match(/(?:ubuntu|windows|macos)-latest/g)).size).toBe(3);
});

test('nothing is published before all gates are green and the release was rehearsed', () => {
  const { gates, publish, attach } = workflowOf('release.yml').jobs;
  expect([gates?.needs, publish?.needs, attach?.needs]).toEqual(['prepare', 'gates', 'publish']);
  expect(gates?.steps.map(({ run }) => run)).toEqual(expect.arrayContaining(['npm test', 'npm run release:rehearse']));
});

test('a release is proven by the workflow itself, with an npm that can do so', () => {
  const { publish } = workflowOf('release.yml').jobs;
  expect(publish).toMatchObject({ environment: 'npm', permissions: { contents: 'read', 'id-token': 'write' } });
  const node = publish?.steps.find(({ uses = '' }) => uses.startsWith('actions/setup-node@'));
  expect(node?.with).toMatchObject({ 'node-version': 24, 'package-manager-cache': false });
  expect(publish?.steps.at(-1)).toMatchObject({ run: 'npm run release', env: { NPM_CONFIG_PROVENANCE: true } });
});

test('the long run is scheduled', () => expect(workflowOf('long.yml').on).toHaveProperty('schedule'));
