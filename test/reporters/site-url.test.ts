import { expect, test } from 'vitest';
import { errorPage, homepage, rulePage, sitePath, siteUrl } from '../../src/reporters/site-url.js';

test('where the project and its pages are', () => {
  expect(siteUrl).toBe('https://dual-write-health.github.io/dual-write-health/');
  expect(homepage).toBe('https://github.com/dual-write-health/dual-write-health');
});

test.each(['DWDVEV1007', 'DWFOEV1004', 'DIPV0001', 'table-map-health-101', 'table-map-health-1010'])(
  'the rule %s has a page',
  (code) => {
    expect(rulePage(code)).toBe(`${siteUrl}rules/${code}/`);
  },
);

test.each([
  '',
  'ACME1',
  'DWFOEV1005',
  'DWXXEV1007',
  'DWDVEV107',
  'DWDVEV10071',
  'DWDVEV100a',
  'xDWDVEV1007',
  'DWDVEV1007/../x',
  'DIPV001',
  'DIPV00001',
  'table-map-health-10',
  'table-map-health-10101',
  'table-map-health-abc',
])('what is not a rule has none: %j', (code) => {
  expect(rulePage(code)).toBeUndefined();
});

test.each([
  ['stale-link-after-copy', 'errors/stale-link-after-copy/'],
  ['DWFOEV1005', 'errors/DWFOEV1005/'],
  ['DWDVEV1007', 'rules/DWDVEV1007/'],
  ['DIPV0001', 'errors/DIPV0001/'],
])('the page about what was recognized: %s', (id, path) => {
  expect(errorPage(id)).toBe(siteUrl + path);
});

test.each(['', 'unknown-code', 'a b', 'a/../b', 'a?b', 'x\n'])('none about %j', (id) => {
  expect(errorPage(id)).toBeUndefined();
});

test.each([
  ['har-walk-through.md', 'collect/'],
  ['maps.md', 'guides/maps/'],
  ['examples/README.md', 'guides/examples/'],
  ['a.mdx/b.md', 'guides/a.mdx/b/'],
  ['rules/README.md', 'rules/'],
  ['rules/DWDVEV1007.md', 'rules/DWDVEV1007/'],
  ['errors/README.md', 'errors/'],
  ['errors/a-b.md', 'errors/a-b/'],
  ['api/rules/a.md', 'guides/api/rules/a/'],
])('the page of %s', (file, path) => {
  expect(sitePath(file)).toBe(path);
});
