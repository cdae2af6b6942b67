// cspell:ignore oooo Vllll dlpv
import { describe, expect, test } from 'vitest';
import { topics } from '../../src/diagnosis/all-topics.js';
import {
  codeAsMeant,
  codesIn,
  healthCheckTopics,
  listsAfter,
  mayHoldCode,
  undocumentedCode,
} from '../../src/diagnosis/codes.js';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import { ruleTexts } from '../../src/rules/rule-texts.js';

const codesOf = (plain: string) => codesIn(plain).map(({ id, code }) => (id === 'unknown-code' ? `${code}?` : id));

describe('codes in a text', () => {
  test.each<readonly [text: string, codes: readonly string[]]>([
    ['DWDVEV1007', ['DWDVEV1007']],
    ['[DWFOEV1003] and (DWDVEV1007)', ['DWFOEV1003', 'DWDVEV1007']],
    ['dwdvev1007, DWFOEV1003, DWDVEV1007', ['DWDVEV1007', 'DWFOEV1003']],
    ['DWDVEV7777 DWDVEV1007', ['DWDVEV7777?', 'DWDVEV1007']],
    // Codes of map validation have signatures, unless they are misread.
    ['DIPV1003', []],
    ['DlPV1003', ['DIPV1003']],
    ['DIPV1003 DlPV1003', []],
    ['DIPV7777', ['DIPV7777?']],
    ['xDWDVEV1007 DWDVEV10070 DWDVEV100 DWDVEV', []],
    ['DWDVEVOOIL DWDVEV oooo DLPVllll', []],
    ['nothing', []],
  ])('%s: %j', (text, codes) => expect(codesOf(text)).toEqual(codes));

  test('are known by their rules', () => {
    const [known] = codesIn('DWDVEV1007');
    const rule = ruleTexts.DWDVEV1007;
    expect(known).toEqual({
      id: 'DWDVEV1007',
      code: 'DWDVEV1007',
      title: rule.title,
      phase: 'link',
      causes: [rule.meaning],
      performedBy: rule.remediation.options[0].performedBy,
      remediation: rule.remediation,
      captures: {},
      rules: ['DWDVEV1007'],
      source: rule.sources[0],
    });
  });

  test('that are not documented say so, and who knows more', () => {
    expect(undocumentedCode.title).toBe('A code that is not documented');
    const [unknown] = codesIn('dwdvev7777 for companies: USMF');
    expect(unknown).toMatchObject({
      id: 'unknown-code',
      code: 'DWDVEV7777',
      title: 'DWDVEV7777: a code that is not documented',
      phase: 'link',
      causes: [expect.stringContaining('not documented this code')],
      performedBy: ['microsoft-support'],
      remediation: {
        summary: expect.stringContaining('ask Microsoft Support'),
        options: [
          {
            title: 'Ask Microsoft Support',
            steps: [expect.stringContaining('documentation'), expect.stringContaining('support request')],
            performedBy: ['microsoft-support'],
            destroys: null,
            links: [],
          },
        ],
      },
      captures: { companies: ['USMF'] },
      rules: [],
      source: null,
    });
  });

  test.each(['DWD=\nVEV1007', 'DWDVEV=\n1007', String.raw`DWDVE\u0056 1007 or DWDVEV 1007`])(
    'are found where they are still escaped or wrapped: %j',
    (text) => expect(diagnose(text)[0]?.code).toBe('DWDVEV1007'),
  );

  test.each([
    ['DWDVEV 1007', true],
    ['dwf0ev', true],
    ['DWFOEV', true],
    ['DIPV', true],
    ['dlpv', true],
    ['D1PV', true],
    ['VEV1007', true],
    ['never', false],
    ['1007', false],
  ])('%s may hold one: %s', (text, may) => expect(mayHoldCode.test(text)).toBe(may));

  test.each([
    ['DWDVEV1007', 'DWDVEV1007'],
    ['dwdvev1007', 'DWDVEV1007'],
    ['DWDVEV7777', 'DWDVEV7777'],
    ['DWDVEV 7777', undefined],
    ['DWDVEV - _ 1007', 'DWDVEV1007'],
    ['DWF0EV100I', 'DWFOEV1001'],
    ['D1PV1003', 'DIPV1003'],
    ['DLPV1003', 'DIPV1003'],
    ['DW9003', 'DW9003'],
    ['DW9OO3', 'DW9003'],
    ['DWDVEVOOIL', undefined],
    ['DWDVEV10071', undefined],
    ['xDWDVEV1007', undefined],
    ['EV1007', undefined],
    ['1007', undefined],
  ])('%s means %s', (written, code) => expect(codeAsMeant(written)).toBe(code));

  test('of the catalogue are topics, unless they have one of their own', () => {
    const own = new Set(topics.flatMap(({ id, code }) => [id, code]));
    const codes = Object.keys(ruleTexts).filter((code) => !own.has(code));
    const all = healthCheckTopics();
    expect(all.map(({ id }) => id)).toEqual(codes);
    expect(all.filter(({ id, code, rules }) => id !== code || rules.join() !== id)).toEqual([]);
    const written = codes.filter((code) => /^(?:DW(?:DV|FO)EV|DIPV)/.test(code));
    expect(written.length).toBeGreaterThan(20);
    expect(written.map((code) => diagnose(code).map((one) => one.title))).toEqual(
      written.map((code) => [all.find(({ id }) => id === code)?.title]),
    );
    expect(diagnose('DlPV1003').map(({ title }) => title)).toEqual([topics.find(({ id }) => id === 'DIPV1003')?.title]);
  });
});

describe('companies that follow a code', () => {
  test.each<readonly [said: string, companies: readonly string[]]>([
    [': USMF, DEMF', ['USMF', 'DEMF']],
    [': USMF', ['USMF']],
    [' = USMF; DEMF', ['USMF', 'DEMF']],
    ['=USMF', ['USMF']],
    [' for company USMF', ['USMF']],
    [' for companies USMF | DEMF', ['USMF', 'DEMF']],
    [' in legal entity USMF', ['USMF']],
    [' Legal Entities usmf, demf', ['usmf', 'demf']],
    [' these are USMF and DEMF', ['USMF', 'DEMF']],
    [' (USMF) [DEMF]', ['USMF', 'DEMF']],
    [': \'USMF\', "DEMF"', ['USMF', 'DEMF']],
    [': • USMF • DEMF', ['USMF', 'DEMF']],
    [': * usmf * demf', ['usmf', 'demf']],
    [': [usmf] [demf]', ['usmf', 'demf']],
    [': usmf; demf', ['usmf', 'demf']],
    [': usmf | demf', ['usmf', 'demf']],
    [': USMF, USMF', ['USMF']],
    [': USMF DEMF', ['USMF', 'DEMF']],
    [': U1, 1000, U', ['U1', '1000', 'U']],
    // One word by itself must be in capitals, and more than a letter or a number.
    [': usmf', []],
    [': usmf,', []],
    [': aUS', []],
    [': USa', []],
    [': U123', ['U123']],
    [': 12A4', ['12A4']],
    [': Usmf', []],
    [': U', []],
    [': 1000', []],
    [': usmf demf', []],
    // Several are written alike.
    [': USMF, demf', ['USMF']],
    [': USMF, demf, 1000', ['USMF', '1000']],
    [': usmf, Demf', ['usmf', 'Demf']],
    [': the, usmf', ['usmf']],
    [': API, USMF', ['USMF']],
    [': NO', []],
    [': Contoso', []],
    [': USMFX', []],
    [' USMF', []],
    [' accompany USMF', []],
    [' shares USMF', []],
    ['', []],
  ])('%j: %j', (said, companies) => {
    expect(codesIn(`DWFOEV1003${said}`)[0]?.captures.companies ?? []).toEqual(companies);
  });

  const others =
    'A AND API ARE ASAP AX BE BUT CDS CE CRM DV EU FNO FO FOR HAD HAS HAVE IN IS NO NOT OF OK ON OR THE TO US WE YES';
  test.each(others.split(' '))('%s is none', (word) => {
    expect(codesIn(`DWFOEV1003: ${word}`)[0]?.captures).toEqual({});
  });

  test('belong to the code before them, each time', () => {
    const [one, other] = codesIn('x: GBSI DWFOEV1003: USMF DWDVEV1003: DEMF DWFOEV1003: USRT');
    expect(one?.captures).toEqual({ companies: ['USMF', 'USRT'] });
    expect(other?.captures).toEqual({ companies: ['DEMF'] });
  });

  test('are captured beside maps', () => {
    const [found] = codesIn('DWDVEV1004: USMF for the map Customers V3 (accounts)');
    expect(found?.captures).toEqual({ companies: ['USMF'], maps: ['Customers V3 (accounts)'] });
  });

  test('are looked for after the code of a topic', () => {
    const topicOf = (code: string | undefined) => {
      const [topic] = healthCheckTopics();
      if (topic === undefined) throw new Error('there is a topic');
      return { ...topic, code };
    };
    const text = 'DIPV1017: USMF. DIPV1018: DEMF';
    expect(listsAfter(topicOf('DIPV1018'), text)).toEqual({ companies: ['DEMF'] });
    expect(listsAfter(topicOf('DIPV1019'), text)).toEqual({});
    expect(listsAfter(topicOf(undefined), text)).toEqual({});
  });

  test('what is misread is said as it is written, each once', () => {
    const [found] = codesIn('DWDVEV1OO7, DWDVEV 1007, DWDVEV-1OO7, dwdvev1007, DWDVEVlO07');
    expect(found?.captures).toEqual({ misread: ['DWDVEV1OO7', 'DWDVEVlO07'] });
  });
});
