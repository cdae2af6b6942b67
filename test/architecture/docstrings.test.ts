import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const etc = fileURLToPath(new URL('../../etc', import.meta.url));

test.each(readdirSync(etc))('every export in %s bears a release tag and a docstring', (file) => {
  const report = readFileSync(join(etc, file), 'utf8');
  expect(report).not.toContain('ae-missing-release-tag');
  expect(report.match(/^\/\/ @\w+ .*\(undocumented\)/gm) ?? []).toEqual([]);
});
