import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { toolManifest, toolShrinkwrap } from '../../site/pptb/tool-manifest.js';
import { toolPage } from '../../site/pptb/tool-page.js';

/*
 * What ToolBox requires of the package of a tool, in our words, as far as it can be checked without a network.
 * Sources: the checks of submitted packages (`packages/lib/validate.js`, desktop-app 1.2.3, 2026-06-22; `lib/tool-validation.ts` and
 * `app/api/submit-tool/route.ts`, pptb-web, 2026-08-15) and *Tool version compatibility*, desktop-app, 2026.
 */

type Manifest = Readonly<Record<string, unknown>>;

const version = '1.2.3';
const manifest: Manifest = toolManifest(version);
const accepted = [
  'MIT',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'GPL-2.0',
  'GPL-3.0',
  'LGPL-3.0',
  'ISC',
  'AGPL-3.0-only',
];
const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
const isUrl = (value: unknown) => typeof value === 'string' && URL.canParse(value);
const hostOf = (value: unknown) => new URL(String(value)).hostname;
const inside = (value: unknown): Manifest => value as Manifest;

const rules: Readonly<Record<string, (one: Manifest) => boolean>> = {
  'has a name, a version, a displayName and a description': ({ name, version: own, displayName, description }) =>
    [name, own, displayName, description].every(isText),
  'has a license that is accepted': ({ license }) => accepted.includes(String(license)),
  'has an icon: the relative path, in dist, of an SVG': ({ icon }) =>
    /^(?![a-z]:|https?:|\/)(?!.*(?:\\|\.\.)).+\.svg$/i.test(String(icon)),
  'names its contributors': ({ contributors }) =>
    Array.isArray(contributors) &&
    contributors.length > 0 &&
    contributors.every(({ name, url }) => isText(name) && isUrl(url)),
  'names its repository and its website': ({ configurations }) =>
    isUrl(inside(configurations).repository) && isUrl(inside(configurations).website),
  'names its README, as text and not as a page of GitHub': ({ configurations }) =>
    isUrl(inside(configurations).readmeUrl) && !/(?:^|\.)github\.com$/.test(hostOf(inside(configurations).readmeUrl)),
  'has no iconUrl': ({ configurations }) => inside(configurations).iconUrl === undefined,
  'has features: multiConnection and minAPI, nothing else': ({ features }) =>
    Object.keys(inside(features)).sort().join() === 'minAPI,multiConnection',
  'says whether it takes two connections': ({ features }) =>
    ['required', 'optional', 'none'].includes(String(inside(features).multiConnection)),
  'says which version of ToolBox it needs, not older than the oldest that is supported (1.0.17)': ({ features }) => {
    const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(String(inside(features).minAPI)) ?? [];
    return Number(major) * 1e6 + Number(minor) * 1e3 + Number(patch) >= 1_000_017;
  },
  'asks for no exception from the content security policy': (one) => !('cspExceptions' in one),
  'packs dist and npm-shrinkwrap.json': ({ files }) =>
    Array.isArray(files) && ['dist', 'npm-shrinkwrap.json'].every((file) => files.includes(file)),
  'depends on nothing and runs nothing when it is installed': (one) =>
    !Object.keys(one).some((key) => /dependencies|scripts|^bin$/i.test(key)),
};

describe('the manifest', () => {
  test.each(Object.entries(rules))('%s', (_, holds) => {
    expect(holds(manifest)).toBe(true);
  });

  test.each([
    ['displayName', undefined],
    ['license', 'UNLICENSED'],
    ['icon', 'https://example.com/icon.svg'],
    ['icon', '../icon.svg'],
    ['icon', 'icon.png'],
    ['contributors', []],
    [
      'configurations',
      { repository: 'https://github.com/x/y', website: 'https://x.example', readmeUrl: 'https://github.com/x/y' },
    ],
    ['features', { multiConnection: 'maybe', minAPI: '1.2.0' }],
    ['features', { multiConnection: 'none', minAPI: '1.0.2' }],
    ['features', { multiConnection: 'none', minAPI: '1.2.0', more: true }],
    ['cspExceptions', { 'connect-src': ['https://x.example'] }],
    ['dependencies', { react: '1' }],
    ['files', ['dist']],
  ])('would be refused with %s %j', (key, value) => {
    const broken = { ...manifest, [key]: value };
    expect(Object.values(rules).filter((holds) => !holds(broken))).toHaveLength(1);
  });

  test('has the version of the library, and so has the list of its dependencies', () => {
    expect(manifest.version).toBe(version);
    expect(toolShrinkwrap(version)).toMatchObject({ name: manifest.name, version, packages: { '': { version } } });
  });

  test('has an icon that is there, and draws by itself', () => {
    const icon = readFileSync(fileURLToPath(new URL('../../site/pages/icon.svg', import.meta.url)), 'utf8');
    expect(icon).toMatch(/^<svg [^>]*viewBox=/);
    expect(icon).not.toMatch(/<script|href=|url\(/);
  });
});

describe('the page', () => {
  test('loads files of its own, and nothing inline', async () => {
    const page = await toolPage();
    const loaded = [...page.matchAll(/<(?:script|link|img)\b[^>]*?\b(?:src|href)="([^"]*)"/g)].map(([, file]) => file);
    expect(loaded).toEqual(['icon.svg', 'tool.css', 'tool.js']);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+="|\sstyle="/);
    expect(page.match(/<\/head>/g)).toHaveLength(1); // ToolBox puts its policy before it
  });

  test('says what is read, without a secret', async () => {
    const page = await toolPage();
    const list = /<template id="tb-reads">(.*?)<\/template>/s.exec(page)?.[1] ?? '';
    for (const table of ['solutions', 'systemusers', 'pluginassemblies', 'cdm_companies', 'businessunits', 'teams'])
      expect(list).toContain(`<code>${table}?$select=`);
    expect(list).not.toContain('RetrieveFinanceAndOperations');
  });
});
