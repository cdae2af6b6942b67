// cspell:ignore partynotfound aparty entityaccounts accountsfailed accountsname willnot partyn efgh ijkl mnop zahl
import { describe, expect, test } from 'vitest';
import { compileTemplate } from '../../src/diagnosis/compile-template.js';

/** What is captured by a template in a text, by name; `undefined` where it does not match. */
function capturesIn(template: string, text: string): Readonly<Record<string, string>> | undefined {
  const find = compileTemplate(template).find();
  find.lastIndex = 0;
  const match = find.exec(text);
  return match === null ? undefined : { ...match.groups };
}

const matches = (template: string, text: string) => capturesIn(template, text) !== undefined;

describe('the words of a template', () => {
  test.each([
    'party not found',
    'PARTY Not Found',
    'party, "not" found',
    'partynotfound',
    'party_not_found',
    'the (party not found).',
    '-party not found_',
    `party${' '.repeat(20)}not found`,
  ])('are found in %j', (text) => expect(matches('Party not found', text)).toBe(true));

  test.each([
    'party was not found',
    'a party',
    'not found party',
    'aparty not found',
    '1party not found',
    'party not founds',
    'party not found1',
    `party${' '.repeat(21)}not found`,
  ])('are not found in %j', (text) => expect(matches('party not found', text)).toBe(false));

  test('are letters of any language and digits: nothing else counts', () => {
    expect(matches('Größe 2: zu (groß)!', 'größe-2 zu groß')).toBe(true);
    expect(matches('Größe 2: zu (groß)!', 'größe 3 zu groß')).toBe(false);
    expect(matches('is_validated', 'is_validated')).toBe(true);
    expect(matches('is_validated', 'is validated')).toBe(false);
  });

  test('of an empty template are nowhere in particular', () => {
    expect(compileTemplate('').words).toEqual([]);
    expect(compileTemplate('...').words).toEqual([]);
    expect(capturesIn('...', '-')).toEqual({});
  });
});

describe('placeholders', () => {
  const id = '0a000000-0000-4000-8000-00000000000F';
  test.each<readonly [template: string, text: string, captures: Readonly<Record<string, string>> | undefined]>([
    ['entity {table:word} failed', 'Entity msdyn_vendors failed', { table: 'msdyn_vendors' }],
    ['entity {table:word} failed', 'entity "a$b*c?d-e" failed', { table: 'a$b*c?d-e' }],
    ['entity {table:word} failed', 'entity two words failed', undefined],
    ['entity {table:word} failed', 'entityaccounts failed', undefined],
    ['entity {table:word} failed', 'entity accountsfailed', undefined],
    ['entity {table:word} failed', `entity ${'a'.repeat(200)} failed`, { table: 'a'.repeat(200) }],
    ['entity {table:word} failed', `entity ${'a'.repeat(201)} failed`, undefined],
    ['entity {name} failed', 'entity two, words failed', { name: 'two, words' }],
    ['entity {name:text} failed', 'entity one failed, entity two failed', { name: 'one' }],
    ['entity {name} failed', `entity ${'a'.repeat(120)} failed`, { name: 'a'.repeat(120) }],
    ['entity {name} failed', `entity ${'a'.repeat(121)} failed`, undefined],
    ['entity {name} failed', 'entity failed', undefined],
    ['for {id:guid} failed', `for ${id} failed`, { id }],
    ['for {id:guid} failed', 'for 0000 failed', undefined],
    ['for {id:guid} failed', `for ${id}0 failed`, undefined],
    ['after {count:number} records', 'after 1205 rows', { count: '1205' }],
    ['after {count:number} records', 'after many rows', undefined],
    ['after {count:number} records', `after ${'1'.repeat(20)} rows`, { count: '1'.repeat(20) }],
    ['after {count:number} records', `after ${'1'.repeat(21)} rows`, undefined],
    ['version {own:version} exists', 'version 10.0 exists', { own: '10.0' }],
    ['version {own:version} exists', 'version 10.0.41 exists', { own: '10.0.41' }],
    ['version {own:version} exists', 'version (10.0.41.1205) exists', { own: '10.0.41.1205' }],
    ['version {own:version} exists', 'version 10 exists', undefined],
    ['version {own:version} exists', 'version 10.0.41.12.05 exists', undefined],
    ['version {own:version} exists', 'version 10-0 exists', undefined],
    ['version {own:version} exists', 'version 10.0-41 exists', undefined],
    [
      'version {own:version} exists',
      'version 123456789.123456789.123456789.123456789 exists',
      {
        own: '123456789.123456789.123456789.123456789',
      },
    ],
    ['version {own:version} exists', 'version 1234567890.1 exists', undefined],
    ['name {name:quoted} exists', "name 'two, words' exists", { name: 'two, words' }],
    ['name {name:quoted} exists', 'name "two" exists', { name: 'two' }],
    ['name {name:quoted} exists', 'name two exists', undefined],
    ['name {name:quoted} exists', 'name "two exists', undefined],
    ['name {name:quoted} exists', 'name two" exists', undefined],
    ['name {name:quoted} exists', `name "${'a'.repeat(200)}" exists`, { name: 'a'.repeat(200) }],
    ['name {name:quoted} exists', `name "${'a'.repeat(201)}" exists`, undefined],
    ['from {a:version} to {b:version}', 'from 1.2 to 1.3', { a: '1.2', b: '1.3' }],
    ['{table:word} {field:word} failed', 'accounts name failed', { table: 'accounts', field: 'name' }],
    ['{table:word}{field:word} failed', 'accountsname failed', undefined],
    ['name {name:word} failed', 'name x failed1', undefined],
    // At the start and at the end, a placeholder may be a part of a word.
    ['{code:number} failed', 'error401 failed', { code: '401' }],
    ['failed {code:number}', 'failed 401a', { code: '401' }],
  ])('%s: %s', (template, text, captures) => expect(capturesIn(template, text)).toEqual(captures));

  test.each([
    'entity {a b}',
    'entity {a{b}',
    'entity {}',
    'entity {-}',
    'entity {name:}',
    'entity {name:color}',
    'entity {a:word:word}',
  ])('of an unknown kind are a mistake: %s', (template) =>
    expect(() => compileTemplate(template).find()).toThrow(/^\{.*\}: not a placeholder$/),
  );

  test('that occur twice are a mistake', () => {
    expect(() => compileTemplate('{name} of {name}').find()).toThrow(SyntaxError);
  });
});

describe('words that are written in several ways', () => {
  const verbs = 'are could did do does had has have is must need should was were would'.split(' ');
  test.each(verbs)('%s not', (verb) => {
    const template = `it ${verb} not help`;
    for (const wording of [
      `${verb} not`,
      `${verb}n't`,
      `${verb}n''t`,
      `${verb}nt`,
      `${verb}not`,
      `${verb.toUpperCase()} NOT`,
    ])
      expect([wording, matches(template, `it ${wording} help`)]).toEqual([wording, true]);
    for (const wording of [verb, 'not', `${verb} never`, `${verb}n'''t`, `${verb}t`])
      expect([wording, matches(template, `it ${wording} help`)]).toEqual([wording, false]);
  });

  test.each(['it can not help', 'it cannot help', 'It CAN not help', 'it CANNOT help'])('%s', (template) => {
    for (const wording of ['can not', 'cannot', "can't", 'cant', "can''t", `can${' '.repeat(20)}not`])
      expect([wording, matches(template, `it ${wording} help`)]).toEqual([wording, true]);
    for (const wording of ['can', 'not', 'can never', "can'''t", `can${' '.repeat(21)}not`])
      expect([wording, matches(template, `it ${wording} help`)]).toEqual([wording, false]);
  });

  test('will not', () => {
    for (const wording of ['will not', 'willnot', "won't", 'wont', "won''t", 'WILL NOT'])
      expect([wording, matches('it will not help', `it ${wording} help`)]).toEqual([wording, true]);
    for (const wording of ['will', 'not', "won'''t"])
      expect([wording, matches('it will not help', `it ${wording} help`)]).toEqual([wording, false]);
  });

  test('not after another word is only that', () => {
    expect(matches('record not found', 'row not found')).toBe(true);
    expect(matches('party not found', "partyn't found")).toBe(false);
    expect(matches('it does help not', "it doesn't help")).toBe(false);
    expect(matches('it does help', 'it does help')).toBe(true);
    expect(matches('it does help', 'it does harm')).toBe(false);
    expect(matches('it does not not help', "it doesn't, not help")).toBe(true);
    expect(matches('{name} not found', "doesn't not found")).toBe(true);
    expect(matches('not found', 'not found')).toBe(true);
  });

  const pairs = [
    ['entity', 'table'],
    ['entities', 'tables'],
    ['record', 'row'],
    ['records', 'rows'],
    ['field', 'column'],
    ['fields', 'columns'],
    ['lookup', 'look up'],
    ['lookups', 'look ups'],
  ] as const;
  test.each(pairs)('%s and %s', (old, recent) => {
    const template = (word: string) => `the ${word} failed`;
    const texts = [old, recent, old.toUpperCase()].map(template);
    for (const word of recent.includes(' ') ? [old, old.toUpperCase()] : [old, recent, recent.toUpperCase()])
      expect(texts.map((text) => matches(template(word), text))).toEqual([true, true, true]);
    expect(matches(template(old), 'the map failed')).toBe(false);
    expect(matches(template(old), 'the failed')).toBe(false);
  });

  test('one record is not several', () => {
    expect(matches('the record failed', 'the rows failed')).toBe(false);
    expect(matches('the tables failed', 'the entity failed')).toBe(false);
  });
});

describe('words that every text with a match contains', () => {
  test.each<readonly [template: string, words: readonly string[]]>([
    ['Write failed with Unknown exception', ['exception', 'unknown', 'failed']],
    ['a bcd efgh', ['efgh']],
    ['abcd efgh ijkl mnop', ['abcd', 'efgh', 'ijkl']],
    ['DWDVEV1007 in 2026', ['dwdvev1007', '2026']],
    ['msdyn_vendors', ['msdyn_vendors']],
    // Letters that are not ASCII are escaped in JSON.
    ['größte zahl', ['zahl']],
    ['é1234 1234é', []],
    ['party {name:word} and {number:number} here', ['party', 'here']],
    ['{something}', []],
    // They are written in several ways.
    ['this cannot lookup lookups', ['this']],
    ['entity entities record records field fields table tables row rows column columns', []],
    ['do could would should were must need have will does', []],
    // They are written as one word or two.
    ['Back data deployer directional directionally dual name only package process read source user write', []],
    ['dual-write names', ['names']],
  ])('%s: %j', (template, words) => expect(compileTemplate(template).words).toEqual(words));
});
