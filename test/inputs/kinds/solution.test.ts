import { describe, expect, test } from 'vitest';
import { recognize } from '../../../src/inputs/recognize.js';
import { unpackCabinet } from '../../../src/solutions/zip-archive.js';
import { zip } from '../../support/zip.js';

const archive = (...names: readonly string[]) => zip(names.map((name) => ({ name, content: 'x' })));
const expected = 'the .zip file of a solution, or files that are not packed';

describe('an archive', () => {
  test.each([
    ['of a solution', ['solution.xml']],
    ['of a solution without its manifest', ['a.txt', 'customizations.xml']],
    ['of a solution in a folder', ['Other/Solution.xml']],
    ['of solutions', ['a.txt', 'PkgFolder/Maps.ZIP']],
    ['of a cabinet', ['package.cab']],
  ])('%s is a solution', (_name, names) => {
    const bytes = archive(...names);
    expect(recognize(bytes)).toEqual({ kind: 'solution', bytes, lacks: [] });
  });

  test.each<[readonly string[], string, string?]>([
    [['xl/workbook.xml'], 'a workbook of Excel: save its sheet as "CSV UTF-8"', 'a table as text'],
    [['a', 'XL/Workbook.bin'], 'a workbook of Excel: save its sheet as "CSV UTF-8"', 'a table as text'],
    [['word/document.xml'], 'a document of Microsoft Office: copy its text', 'text'],
    [['a', 'ppt/presentation.xml'], 'a document of Microsoft Office: copy its text', 'text'],
    [[], 'an empty .zip file'],
    [['a'], 'a .zip file with a: unpack it, and give the files in it'],
    [['a', 'b', 'c'], 'a .zip file with a, b, c: unpack it, and give the files in it'],
    [['a', 'b', 'c', 'd', 'e'], 'a .zip file with a, b, c and 2 more: unpack it, and give the files in it'],
    [['my-solution.xml'], 'a .zip file with my-solution.xml: unpack it, and give the files in it'],
    [['solution.xml.txt'], 'a .zip file with solution.xml.txt: unpack it, and give the files in it'],
    [['a.zip.txt'], 'a .zip file with a.zip.txt: unpack it, and give the files in it'],
    [['gzip'], 'a .zip file with gzip: unpack it, and give the files in it'],
    [['my-xl/workbook.xml'], 'a .zip file with my-xl/workbook.xml: unpack it, and give the files in it'],
    [['my-word/a'], 'a .zip file with my-word/a: unpack it, and give the files in it'],
  ])('of %j is none', (names, looksLike, expects = expected) => {
    expect(recognize(archive(...names))).toEqual({ kind: 'unknown', looksLike, expected: expects, lacks: [] });
  });

  test('of another kind says with what to unpack it', () => {
    expect(recognize(Buffer.from('MSCF\0\0\0\0'))).toEqual({
      kind: 'unknown',
      looksLike: `a cabinet (.cab): unpack it with ${unpackCabinet}`,
      expected,
      lacks: [],
    });
  });

  test('that is cut off is a solution if its first files are', () => {
    const whole = archive('a/Customizations.XML', 'b');
    const bytes = whole.subarray(0, whole.length - 5);
    expect(recognize(bytes)).toEqual({ kind: 'solution', bytes, lacks: [expect.stringMatching(/^is a broken zip: /)] });
    expect(recognize(archive('solution.xml').subarray(0, 60)).kind).toBe('solution');
  });

  test('that is cut off is unknown if its first files are something else', () => {
    const looksLike = 'a .zip file whose list of files cannot be read: it is cut off or damaged';
    expect(recognize(archive('a', 'b').subarray(0, 60))).toEqual({ kind: 'unknown', looksLike, expected, lacks: [] });
    const late = zip([
      { name: 'a', content: new Uint8Array(70_000), method: 0 },
      { name: 'solution.xml', content: '' },
    ]);
    expect(recognize(late.subarray(0, late.length - 5))).toMatchObject({ looksLike });
  });

  test('is not what only begins with its letters', () => {
    for (const text of ['P', 'MSC', 'pk', 'Unable to write PK', 'MSF CMSCF'])
      expect(recognize(Buffer.from(text)).kind).toBe('error-text');
  });
});

describe('a file of a solution', () => {
  test.each([
    ['<SolutionManifest></SolutionManifest>', 'solution.xml'],
    ['<ImportExportXml><Entities/></ImportExportXml>', 'customizations.xml'],
    ['<msdyn_dualwriteentitymap a="b"></msdyn_dualwriteentitymap>', 'msdyn_dualwriteentitymap.xml'],
  ])('%s', (text, path) => {
    expect(recognize(text)).toEqual({ kind: 'solution-part', path, text, lacks: [] });
    expect(recognize(text, { name: 'a/b.xml' })).toEqual({
      kind: 'solution-part',
      path: 'a/b.xml',
      name: 'a/b.xml',
      text,
      lacks: [],
    });
  });
});
