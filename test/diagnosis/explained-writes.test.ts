import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/index.js';

const write = (error: string, [table, entity]: readonly [string, string] = ['accounts', 'CustCustomerV3Entity']) =>
  `Unable to write data to entity ${table}.Writes to ${entity} failed with error message ${error}`;
const coded = (code: string, message: string) =>
  `Request failed with status code BadRequest and CDS error code : ${code} response message: ${message}`;
const other = ['contacts', 'smmContactPersonV2Entity'] as const;

test.each<[what: string, text: string, ids: readonly string[]]>([
  [
    'what is known inside is the cause, and the words around it are not a second problem',
    write("Party record not found for party type 'Person'"),
    ['party-record-not-found'],
  ],
  [
    'the message says more than its code',
    write(coded('0x80040265', 'A record that has the attribute values Location ID already exists.')),
    ['dataverse-duplicate-key'],
  ],
  ['the code says more than nothing', write(coded('0x80044331', 'Odd.')), ['text-too-long']],
  [
    'a reference that is missing, around an error that is not known',
    `Unable to write data to entity accounts. Unable to lookup uoms with values {kg}. Writes to X failed with error message ${coded('0x80012345', 'Odd.')}`,
    ['live-sync-reference-data-missing'],
  ],
  [
    'a reference that is missing, around one that is',
    `Unable to write data to entity accounts. Unable to lookup uoms with values {kg}. Writes to X failed with error message ${coded('0x80044331', 'Odd.')}`,
    ['text-too-long', 'live-sync-reference-data-missing'],
  ],
  [
    'one write that is known beside one that is not',
    `${write(coded('0x80012345', 'Odd.'))} ${write("Party record not found for party type 'Person'", other)}`,
    ['party-record-not-found', 'dataverse-refused'],
  ],
  [
    'a write to each side',
    `${write(coded('0x80012345', 'Odd.'))} Write failed for entity Customers V3 with unknown exception - Even.`,
    ['finops-refused', 'dataverse-refused'],
  ],
])('%s', (_what, text, ids) => expect(diagnose(text).map(({ id }) => id)).toEqual(ids));

test('the cause has the parts of the write as captures, beside its own', () => {
  const [cause] = diagnose(write(coded('0x80040220', 'Principal team (Id=x) is missing prvReadAccount privilege')));
  expect(cause).toMatchObject({
    id: 'privilege-missing-owning-team',
    captures: {
      entity: ['CustCustomerV3Entity'],
      table: ['accounts'],
      status: ['BadRequest'],
      code: ['0x80040220'],
      privilege: ['prvReadAccount'],
    },
  });
});

test('two writes that were refused have one diagnosis, which says what both codes mean', () => {
  const text = `${write(coded('0x80040200', 'One.'))} ${write(coded('0x8004f502', 'Two.'), other)}`;
  const found = diagnose(text);
  expect(found).toHaveLength(1);
  expect(found[0]?.causes).toEqual([
    expect.stringMatching(/^The code 0x80040200 \(RequiredFieldMissing\) means: /),
    expect.stringMatching(/^The code 0x8004f502 \(AttributePrivilegeCreateIsMissing\) means: /),
  ]);
  expect(found[0]?.performedBy).toEqual(['finops-system-administrator', 'dataverse-system-administrator']);
  expect(found[0]?.captures).toMatchObject({ table: ['accounts', 'contacts'], message: ['One', 'Two'] });
});

test('who can act depends on the code', () => {
  expect(diagnose(write(coded('0x8004f502', 'No.')))[0]?.performedBy).toEqual(['dataverse-system-administrator']);
  expect(diagnose(write(coded('0x80060882', 'No.')))[0]?.performedBy).toEqual(['finops-system-administrator']);
});

test('what is captured is never cut without a word: every record, every company, every id', () => {
  const ids = Array.from({ length: 60 }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
  const [found] = diagnose(
    `Unable to lookup uoms with values {kg}. ${ids.map((id) => `Unable to lookup accounts with values {${id}}`).join('. ')}`,
  );
  expect(found?.captures.guids).toEqual(ids);
  expect(found?.captures.values).toEqual(['kg', ...ids]);
});
