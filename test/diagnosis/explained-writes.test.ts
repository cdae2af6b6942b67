// cspell:ignore prvabc xprv
import { expect, test } from 'vitest';
import { dataverseErrorCodes } from '../../src/diagnosis/dataverse-error-codes.js';
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

const status = (name: string) => `Request failed with status code ${name} and CDS error code : Internal Server Error`;
const known = "Party record not found for party type 'Person'";

test.each<[what: string, text: string, ids: readonly string[]]>([
  [
    'a known problem before a refused write',
    `${write(known)} Write failed for entity X with unknown exception - Odd.`,
    ['party-record-not-found', 'finops-refused'],
  ],
  [
    'a known code before a refused write',
    `${write(coded('0x80044331', 'Odd.'))} ${write('Odd.', other)}`,
    ['text-too-long', 'dataverse-refused'],
  ],
  ['a server that failed', write(status('InternalServerError')), ['dataverse-server-error']],
  [
    'a server that failed before a refused write',
    `${write(status('INTERNALSERVERERROR'))} ${write('Odd.', other)}`,
    ['dataverse-server-error', 'dataverse-refused'],
  ],
  ['another status', write(status('XInternalServerError')), ['dataverse-refused']],
  ['one more', write(status('InternalServerErrors')), ['dataverse-refused']],
  [
    'a status with a code',
    write('Request failed with status code InternalServerError and CDS error code : 0x80012345 response message: Odd.'),
    ['dataverse-refused'],
  ],
  ['a message', 'Unable to write data to entity uoms. The moon is full.', ['dataverse-refused']],
  ['a code', 'Unable to write data to entity uoms, we saw 0x80012345', ['dataverse-refused']],
  ['nothing', 'Unable to write data to entity uoms', ['live-sync-reference-data-missing']],
  ['no payload', 'Unable to generate payload for entity X', ['recently-changed-dataverse']],
  [
    'nothing before what is known',
    `Unable to write data to entity uoms. ${write(known, other)}`,
    ['party-record-not-found', 'live-sync-reference-data-missing'],
  ],
  [
    'what is known before nothing',
    `${write(known, other)} Unable to write data to entity uoms.`,
    ['party-record-not-found', 'live-sync-reference-data-missing'],
  ],
  [
    'what is known outside of a write',
    `SecureConfig Organization (a) does not match actual CRM Organization (b). ${write('Odd.')}`,
    ['stale-link-after-copy', 'dataverse-refused'],
  ],
])('%s: the cause', (_what, text, ids) => expect(diagnose(text).map(({ id }) => id)).toEqual(ids));

test('a problem has the parts of the write in which it is, and of no other', () => {
  const tablesOf = (text: string) => diagnose(text).map(({ id, captures }) => [id, captures.table]);
  expect(tablesOf(`${write('Odd.')} ${write(known, other)}`)).toEqual([
    ['party-record-not-found', ['contacts']],
    ['dataverse-refused', ['accounts']],
  ]);
  expect(tablesOf(`${write(known)} ${write('Odd.', other)}`)).toEqual([
    ['party-record-not-found', ['accounts']],
    ['dataverse-refused', ['contacts']],
  ]);
  expect(tablesOf(`${write(known, other)} ${write(known)}`)).toEqual([
    ['party-record-not-found', ['contacts', 'accounts']],
  ]);
  // A signature of the topic that is tried earlier is in the later write.
  expect(
    tablesOf(`${write('The user is not a member of the organization.')} ${write('Error 0x80072560', other)}`),
  ).toEqual([['user-not-member-of-organization', ['accounts', 'contacts']]]);
  // Words around an error begin where one write ends and the next one begins.
  expect(
    tablesOf(
      `${write('Failed to authenticate. Unable to get access token')} Unable to write data to entity msdyn_actuals`,
    ),
  ).toEqual([['access-token-missing', ['accounts', 'msdyn_actuals']]]);
  expect(
    tablesOf(`SecureConfig Organization (a) does not match actual CRM Organization (b). ${write('Odd.')}`),
  ).toEqual([
    ['stale-link-after-copy', undefined],
    ['dataverse-refused', ['accounts']],
  ]);
});

test('a missing reference is of the table that is written', () => {
  const capturesOf = (text: string) => diagnose(text)[0]?.captures;
  expect(capturesOf('Unable to write data to entity uoms. Writes to UnitEntity failed.')).toStrictEqual({
    entity: ['uoms'],
  });
  expect(capturesOf('Writes to UnitEntity failed')).toStrictEqual({ entity: ['UnitEntity'] });
});

test('a name that is empty is not a capture', () => {
  const [{ captures } = expect.fail()] = diagnose("Write failed for entity '' with unknown exception - Odd.");
  expect(captures).toStrictEqual({ message: ['Odd'] });
});

const record = '0a000000-0000-4000-8000-00000000000F';
test.each<[message: string, captures: Readonly<Record<string, readonly string[]>>]>([
  ['User has no prvReadOddThing privilege', { privilege: ['prvReadOddThing'] }],
  ['User has no prv1ReadOddThing, prvabc or xprvReadOddThing', {}],
  [`odd with Id=${record}`, { record: [record] }],
  [`odd with ids: ${record}`, { record: [record] }],
  [`odd with id ${record}`, { record: [record] }],
  [`odd with id '${record}'`, { record: [record] }],
  [`odd with id = {${record}}`, { record: [record] }],
  [`odd with id(${record})`, { record: [record] }],
  [`odd with id${record}`, { record: [record] }],
  [`odd principal user (Id=${record})`, {}],
  [`odd principal team (Id=${record})`, {}],
  [`odd principal (Id=${record})`, { record: [record] }],
  [`odd with id of ${record}`, {}],
  [`odd with grid ${record}`, {}],
  [`odd with id ${record.slice(1)}`, {}],
  [`odd with id ${record.slice(0, -1)}`, {}],
  [`odd with id ${record.replace('0000-4000-', '')}`, {}],
])('captures of %s', (message, captures) => {
  const { record, privilege } = diagnose(write(message))[0]?.captures ?? {};
  expect({ ...(record && { record }), ...(privilege && { privilege }) }).toEqual(captures);
});

test.each([...dataverseErrorCodes].filter(([, { topic }]) => topic === undefined))(
  'the code %s is explained by what it means',
  (code, { name, meaning }) => {
    const title = name === undefined ? code : `${code} (${name})`;
    expect(diagnose(write(coded(code, 'Odd.')))[0]?.causes).toEqual([`The code ${title} means: ${meaning}`]);
  },
);

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
