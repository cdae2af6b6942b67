import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const reports = readdirSync(join(root, 'etc')).map((file) => ({
  file,
  report: readFileSync(join(root, 'etc', file), 'utf8'),
}));

test.each(reports)('every export in $file has @public or @beta and a docstring', ({ report }) => {
  expect(report).not.toContain('ae-missing-release-tag');
  expect(report).not.toMatch(/^\/\/ @(?:internal|alpha)/m);
  expect(report.match(/^\/\/ @\w+ .*\(undocumented\)/gm) ?? []).toEqual([]);
});

test('nothing else has a release tag', () => {
  const exported = new Set(
    reports.flatMap(({ report }) => [...report.matchAll(exportOfReport)].map(([, name]) => name)),
  );
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const wrong = sources.flatMap((file) =>
    [...readFileSync(join(root, 'src', file), 'utf8').matchAll(taggedDeclaration)]
      .filter(([, tag, name]) => tag === 'internal' || !exported.has(name))
      .map(([, tag, name]) => `${file}: ${name} has @${tag}`),
  );
  expect(wrong).toEqual([]);
});

const exportOfReport = /^export (?:declare |abstract )?(?:const|function|interface|type|class) (\w+)/gm;
const taggedDeclaration =
  /@(public|beta|alpha|internal)\b(?:(?!\*\/)[\s\S])*\*\/\n(?:\/[/*][^\n]*\n)*(?:export )?(?:async |abstract )?(?:const|function\*?|interface|type|class) (\w+)/g;
