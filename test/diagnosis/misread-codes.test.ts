// cspell:ignore dwdvev oooo USRT
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import { searchTopics } from '../../src/diagnosis/search-topics.js';
import { explainedDocument } from '../../src/inputs/explained-document.js';
import { explainedId } from '../../src/inputs/explained-id.js';
import { diagnosesDocument, toPretty } from '../../src/reporters/index.js';
import { catalogue } from '../../src/rules/catalogue.js';

describe('codes with letters for digits, as programs that read pictures write them', () => {
  test.each([
    ['DWDVEV1OO4', 'DWDVEV1004'],
    ['DWDVEVlOO4', 'DWDVEV1004'],
    ['DWDVEV l004', 'DWDVEV1004'],
    ['DWDVEV_I004', 'DWDVEV1004'],
    ['dwdvev-1oo4', 'DWDVEV1004'],
    ['DWF0EV1001', 'DWFOEV1001'],
    ['DWF0EVl00I', 'DWFOEV1001'],
    ['DlPV1003', 'DIPV1003'],
    ['D1PV10O3', 'DIPV1003'],
    ['DIPVl0l8', 'DIPV1018'],
  ])('%s is %s, in a message and by itself, and it is said', (written, code) => {
    const shown = written.replace(/[ _-]/g, '');
    for (const text of [
      written,
      `The map (${written}) did not start`,
      `|${written}|`,
      `x\u200b ${written}: USMF, DEMF`,
    ]) {
      const diagnoses = diagnose(text);
      expect(diagnoses.map((one) => one.code)).toEqual([code]);
      expect(diagnoses[0]?.captures.misread).toEqual([shown]);
      expect(toPretty(diagnosesDocument(diagnoses))).toMatch(new RegExp(`misread:? +${shown}`));
    }
    expect(searchTopics(written)[0]?.score).toBe(100);
    const explained = explainedId(`"${written}".`);
    expect(explained).toMatchObject({ misread: written });
    if (explained === undefined) throw new Error('it is not explained');
    expect(toPretty(explainedDocument(explained))).toContain(`What was typed, ${written}, is read as this code`);
  });

  test.each([
    ['DW9OO3', 'topic'],
    ['Ox8OO4O237', 'error-code'],
    ['0x8004O237', 'error-code'],
  ])('%s by itself is a %s', (typed, kind) => {
    expect(explainedId(typed)).toMatchObject({ kind, misread: typed });
  });

  test.each(['DWDVEV 1004', 'dwdvev-1004', 'DWDVEV_1004', 'DIPV 1003'])('%s needs no remark', (written) => {
    const [found, ...more] = diagnose(`It says ${written}.`);
    expect(found?.code).toMatch(/^(?:DWDVEV1004|DIPV1003)$/);
    expect(found?.captures.misread).toBeUndefined();
    expect(more).toEqual([]);
    expect(explainedId(written)).not.toHaveProperty('misread');
  });

  test.each([
    'DWDVEV1OO0', // no known code
    'DWDVEV oooo', // no digit
    'DWDVEV1OO', // a part of a code
    'DWDVEV1OO45',
    'xDWDVEV1OO4',
    'DWDVEVS004', // S may be 5 or 8
    'the devil lol and the DIP 1003 of level 1004',
    'evolve 1OO4',
    'DW oil 1O04',
  ])('%s is not read as a code', (text) => {
    expect(diagnose(text)).toEqual([]);
  });

  test('a code that is written both ways is one problem, with what is said after each', () => {
    const [found, ...more] = diagnose('DWDVEV1OO7 companies: USMF, DEMF. DWDVEV1007 companies: USRT, GBSI');
    expect(more).toEqual([]);
    expect(found?.captures).toMatchObject({ companies: ['USMF', 'DEMF', 'USRT', 'GBSI'], misread: ['DWDVEV1OO7'] });
  });

  test('codes that are not documented pass through only as they are', () => {
    expect(diagnose('DWDVEV9999').map(({ code }) => code)).toEqual(['DWDVEV9999']);
    expect(diagnose('DWDVEV 9999')).toEqual([]);
  });

  const codes = catalogue.map(({ code }) => code).filter((code) => /^(?:DW(?:DV|FO)EV|DIPV)\d{4}$/.test(code));
  const alike: Readonly<Record<string, string>> = { 0: 'Oo', 1: 'lI' };

  test('every code, with any of its zeros and ones as letters, is the same code if a digit is left', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }), (code, choices) => {
        const number = [...code.slice(-4)]
          .map((digit, place) => alike[digit]?.[(choices[place] ?? 0) - 1] ?? digit)
          .join('');
        fc.pre(/\d/.test(number));
        expect(diagnose(`Error ${code.slice(0, -4)}${number}`).map((one) => one.code)).toEqual([code]);
      }),
    );
  });
});
