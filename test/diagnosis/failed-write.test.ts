// cspell:ignore Anfrage Fehlercode fehlgeschlagen Verarbeitung myentity Fehler Meldung
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FailedWrite, failedWritesIn } from '../../src/diagnosis/failed-write.js';
import { normalize } from '../../src/diagnosis/normalize.js';

type Parts = Partial<Pick<FailedWrite, 'to' | 'entity' | 'table' | 'status' | 'code' | 'message'>>;

/** The parts that are there, without where they are. */
function partsOf(text: string): readonly Parts[] {
  return failedWritesIn(normalize(text)).map(({ to, entity, table, status, code, message }) =>
    Object.fromEntries(
      Object.entries({ to, entity, table, status, code, message }).filter(([, value]) => value !== undefined),
    ),
  );
}

const cases: readonly [name: string, text: string, expected: readonly Parts[]][] = [
  [
    'the whole chain',
    'Unable to write data to entity accounts.Writes to CustCustomerV3Entity failed with error message Request failed with status code BadRequest and CDS error code : 0x80048d19 response message: Error in the payload.For information on troubleshooting see https://go.microsoft.com/fwlink/?linkid=2244045..',
    [
      {
        to: 'dataverse',
        entity: 'CustCustomerV3Entity',
        table: 'accounts',
        status: 'BadRequest',
        code: '0x80048d19',
        message: 'Error in the payload',
      },
    ],
  ],
  [
    'an entity with blanks, a table, and the wording of 2026',
    'Unable to write data to table accounts. Writes to Customers V3 failed with the error message Request failed with the status code Forbidden and CDS error code: 0x80040220 response message: No.',
    [
      {
        to: 'dataverse',
        entity: 'Customers V3',
        table: 'accounts',
        status: 'Forbidden',
        code: '0x80040220',
        message: 'No',
      },
    ],
  ],
  [
    'what somebody asks about the words, in quotes',
    'Hi, I get: “Unable to write data to entity uoms. Writes to UnitOfMeasureEntity failed with an error message.” Any idea?',
    [{ to: 'dataverse', entity: 'UnitOfMeasureEntity', table: 'uoms' }],
  ],
  [
    'what somebody says about the words',
    'Unable to write data to entity uoms. Writes to UnitOfMeasureEntity failed with an error message. We use 10.0.41, thanks',
    [{ to: 'dataverse', entity: 'UnitOfMeasureEntity', table: 'uoms' }],
  ],
  [
    'an error that asks',
    'Writes to UnitOfMeasureEntity failed with error message Which unit do you mean? We do not know it.',
    [{ to: 'dataverse', entity: 'UnitOfMeasureEntity', message: 'Which unit do you mean? We do not know it' }],
  ],
  ['the bare words', 'Unable to write data to entity uoms', [{ to: 'dataverse', table: 'uoms' }]],
  [
    'an id is not an error',
    'Unable to write data to entity uoms. DWM-77a35e60-4bc2-4905-88ea-69efd3b29261-8812cb89-1550-42e2-858e-4761fc1443eb',
    [{ to: 'dataverse', table: 'uoms' }],
  ],
  [
    'the bare words with nothing inside',
    'Unable to write data to entity uoms. Writes to UnitOfMeasureEntity failed with an error message. For more information on troubleshooting, see https://x.',
    [{ to: 'dataverse', entity: 'UnitOfMeasureEntity', table: 'uoms' }],
  ],
  [
    'a lookup is not what the service says',
    'Unable to write data to entity contacts. Unable to look up accounts with values {US-1}. Writes to msdyn_x failed with error message',
    [{ to: 'dataverse', entity: 'msdyn_x', table: 'contacts' }],
  ],
  [
    'what people say is not an error',
    'Unable to write data to entity uoms: what can I do?',
    [{ to: 'dataverse', table: 'uoms' }],
  ],
  [
    'another sentence is',
    'Unable to write data to entity uoms. The moon is full.',
    [{ to: 'dataverse', table: 'uoms', message: 'The moon is full' }],
  ],
  [
    'a status without a code',
    'Writes to UnitOfMeasureEntity failed with error message Request failed with status code InternalServerError and CDS error code : Internal Server Error',
    [
      {
        to: 'dataverse',
        entity: 'UnitOfMeasureEntity',
        status: 'InternalServerError',
        message: 'Internal Server Error',
      },
    ],
  ],
  [
    'a code as a decimal number, in JSON of the service',
    'Unable to write data to entity uoms. Writes to UnitOfMeasureEntity failed with error message {"error":{"code":-2147220969,"message":"Gone."}}, (404) Not Found.',
    [
      {
        to: 'dataverse',
        entity: 'UnitOfMeasureEntity',
        table: 'uoms',
        status: '404',
        code: '0x80040217',
        message: 'Gone',
      },
    ],
  ],
  [
    'JSON of the log',
    '{"entityName":"VendVendorV2Entity","externalEntityName":"msdyn_vendors","executionStatus":2,"fieldResponses":[],"recordResponses":[{"errorMessage":"Odd","logDateTime":"2021-02-11","verboseError":"deep"}]}',
    [{ to: 'dataverse', entity: 'VendVendorV2Entity', table: 'msdyn_vendors', message: 'Odd' }],
  ],
  [
    'a payload that could not be made',
    '{"entityName":"VendVendorV2Entity","executionStatus":2,"recordResponses":[{"errorMessage":"Unable to generate payload for entity VendVendorV2Entity","verboseError":"Payload creation failed with error Odd thing."}]}',
    [{ to: 'dataverse', entity: 'VendVendorV2Entity', message: 'Odd thing' }],
  ],
  [
    'translated: the names stay',
    'Échec de la demande avec le code d’état BadRequest et le code d’erreur CDS : 0x80040265 message de réponse : Le produit est inactif.',
    [{ to: 'dataverse', status: 'BadRequest', code: '0x80040265', message: 'Le produit est inactif' }],
  ],
  [
    'to finance and operations, two records',
    '{"RecordError0":"Write failed for entity Customers V3 with unknown exception - One (A)","RecordError1":"Write failed for entity Customers V3 with unknown exception - Two"}',
    [
      { to: 'finops', entity: 'Customers V3', message: 'One (A)' },
      { to: 'finops', entity: 'Customers V3', message: 'Two' },
    ],
  ],
  [
    'to finance and operations, from a plug-in',
    'Unexpected exception from plug-in (Execute): Microsoft.Dynamics.Integrator.DualWriteRuntime.Plugins.PreCommmitPlugin: System.Exception: failed to process entity account - (The remote server returned an error: (500) Internal Server Error.)',
    [
      {
        to: 'finops',
        table: 'account',
        status: '500',
        message: 'The remote server returned an error: (500) Internal Server Error',
      },
    ],
  ],
  [
    'a record inside of a plug-in is one write',
    'Microsoft.Dynamics.Integrator.DualWriteRuntime.Plugins.PostCommitPlugin: System.Exception: failed to process entity msdyn_vendor - (Bad Request), {"RecordError0":"Write failed for entity Vendors V2 with unknown exception - Odd"}',
    [{ to: 'finops', entity: 'Vendors V2', table: 'msdyn_vendor', message: 'Odd' }],
  ],
  [
    'one write after the other',
    'Unable to write data to entity a_bs.Writes to AEntity failed with error message One. Unable to write data to entity c_ds.Writes to CEntity failed with error message Two.',
    [
      { to: 'dataverse', entity: 'AEntity', table: 'a_bs', message: 'One' },
      { to: 'dataverse', entity: 'CEntity', table: 'c_ds', message: 'Two' },
    ],
  ],
  [
    'a log that says that all went well',
    '{"entityName":"X","executionStatus":1,"fieldResponses":[],"recordResponses":[]}',
    [],
  ],
  [
    'a plug-in that has nothing to report',
    'DualWriteRuntime.Plugins.PostCommitPlugin: Completed. Depth 1, no exceptions',
    [],
  ],
  ['writes of other programs', 'Writes to disk failed with error message No space left on device', []],
  ['codes of others', '{"cdsErrorCode":"0x80060891"} CDS error code urn:au-cds:error', []],
];

const unit = 'UnitEntity';
const toUnits = { to: 'dataverse', table: 'uoms' } as const;
const refused = { to: 'dataverse', status: 'BadRequest', code: '0x80040265' } as const;
const plugIn = 'DualWriteRuntime.Plugins.PostCommitPlugin';

/** Which words are those of dual-write, as people paste them, and which are not. */
const openings: readonly [text: string, expected: readonly Parts[]][] = [
  ['nothing at all', []],
  ['Unable  "to" - write data to table uoms', [toUnits]],
  [
    'Write failed for entity Units with unknown -- exception: Odd.',
    [{ to: 'finops', entity: 'Units', message: 'Odd' }],
  ],
  ['Writes to 2 units_x failed with error message Odd.', [{ to: 'dataverse', entity: '2 units_x', message: 'Odd' }]],
  [
    'Writes to "Units / sizes V2" failed with error message Odd.',
    [{ to: 'dataverse', entity: 'Units / sizes V2', message: 'Odd' }],
  ],
  ['Writes to Units/sizes V2 failed with error message Odd.', []],
  ['Writes to -units_x failed with error message Odd.', []],
  ['Writes to UnitEntity failed', [{ to: 'dataverse', entity: unit }]],
  ['Writes to UnitEntity failed...', [{ to: 'dataverse', entity: unit }]],
  ['Writes to UnitEntity failed....', []],
  ['Writes to UnitEntity failed and', []],
  ['Writes to UnitEntity failed and again', []],
  [
    '"entityName" : "UnitEntity" , "externalEntityName" : "uoms" , "recordResponses" : [ { "errorMessage" : "Odd" } ]',
    [{ to: 'dataverse', entity: unit, table: 'uoms', message: 'Odd' }],
  ],
  [
    "{'entityName':'UnitEntity','recordResponses':[{'errorMessage':'Odd'}]}",
    [{ to: 'dataverse', entity: unit, message: 'Odd' }],
  ],
  ['Request failed with status code BadRequest and CDS error code', [{ to: 'dataverse', status: 'BadRequest' }]],
  ['Request failed with status code BadRequest and CDS error code of another kind', []],
  ['CDS error code :   0x80040265 response message: Odd.', [{ to: 'dataverse', code: '0x80040265', message: 'Odd' }]],
  ['CDS error code x0x80040265 response message: Odd.', []],
  ['CDS error code: 0x8004 response message: Odd.', []],
  ['CDS error code: 0x90040265 response message: Odd.', []],
  ['Anfrage: BadRequest und CDS-Fehlercode fehlgeschlagen: Odd', []],
  [`${plugIn} :failed to process entity account - (Odd)`, [{ to: 'finops', table: 'account', message: 'Odd' }]],
  [`${plugIn}: failed to process entity account -(Odd)`, [{ to: 'finops', table: 'account', message: 'Odd' }]],
  [`${plugIn}: System.Exception: Odd thing`, [{ to: 'finops', message: 'Odd thing' }]],
  [`${plugIn}: die Verarbeitung ist fehlgeschlagen -(Odd)`, [{ to: 'finops', message: 'Odd' }]],
  [`${plugIn}: die Verarbeitung ist fehlgeschlagen - (Odd)`, [{ to: 'finops', message: 'Odd' }]],
  [`${plugIn}: failed to process entity account Odd`, [{ to: 'finops', message: 'account Odd' }]],
  ['"RecordError12" : "Odd thing"', [{ to: 'finops', message: 'Odd thing' }]],
  ['RecordError1x: Odd', []],
  ['Writes to myentity thing failed with error message Odd.', []],
  ['Writes to big_store failed with error message Odd.', [{ to: 'dataverse', entity: 'big_store', message: 'Odd' }]],
  ['Writes to disk v2 failed with error message Odd.', [{ to: 'dataverse', entity: 'disk v2', message: 'Odd' }]],
  ['Writes to disk v2 or 3 failed with error message Odd.', []],
  [
    'Writes to disk failed with error message 0x80040265 Odd.',
    [{ to: 'dataverse', entity: 'disk', code: '0x80040265', message: '0x80040265 Odd' }],
  ],
  [
    `Writes to disk failed with error message ${'x'.repeat(188)} 0x80040265`,
    [{ to: 'dataverse', entity: 'disk', code: '0x80040265', message: `${'x'.repeat(188)} 0x80040265` }],
  ],
  [`Writes to disk failed with error message ${'x'.repeat(189)} 0x80040265`, []],
  [
    'Writes to disk failed with error message Request failed with status code InternalServerError and CDS error code : Internal Server Error',
    [{ to: 'dataverse', entity: 'disk', status: 'InternalServerError', message: 'Internal Server Error' }],
  ],
  [
    'Unable to write data to entity uoms. Unable to write data to entity sizes. Odd',
    [toUnits, { to: 'dataverse', table: 'sizes', message: 'Odd' }],
  ],
  [
    'Unable to write data to entity uoms. Write failed for entity Units with unknown exception - Odd',
    [toUnits, { to: 'finops', entity: 'Units', message: 'Odd' }],
  ],
];

/** What follows `Unable to write data to entity uoms`, and what of it is the error. */
const afterWrite: readonly [text: string, message: string | undefined, code?: string][] = [
  ['. Unable to lookup accounts with values {US-1}. Odd.', 'Odd'],
  ['. Unable to look up a$b with values {}. Odd.', 'Odd'],
  ['. Unable to lookup accounts with values {US-1, and no end', undefined],
  ['. {"error":{"code":"0x80040265","message" : "Odd."}}', 'Odd', '0x80040265'],
  [". {'message': 'Odd.'}", 'Odd'],
  ['. "message":"Odd"', 'Odd'],
  ['. What now?', undefined],
  [', we saw 0x80040265. Odd', undefined, '0x80040265'],
  [' and sizes. The moon is full.', undefined],
  ['" : Odd thing.', 'Odd thing'],
  [`. ${'x '.repeat(100)} we`, undefined],
  [`. ${'x '.repeat(210)} we`, `${'x '.repeat(210)} we`],
  ['. Exception message: Odd', 'Odd'],
  ['. Exception messages: Odd', 'Exception messages: Odd'],
  ['. Unable to sync with entity uoms. Odd', 'Odd'],
  ['. Unable to sync with table a$. Odd', 'Odd'],
  ['. Odd "} more', 'Odd'],
  ['. Odd " ] more', 'Odd'],
  ['. Odd } more', 'Odd } more'],
  ['. Odd "x} more', 'Odd "x} more'],
  ['. Odd at Microsoft.Foo() more', 'Odd'],
  ['. Odd at System.Foo() more', 'Odd'],
  ['. Odd at System. Foo', 'Odd at System. Foo'],
  ['. Odd --- End of more', 'Odd'],
  ['. Odd Session ID: 1', 'Odd'],
  ['. Odd STACKTRACE: 1', 'Odd'],
  ['. Odd","logDateTime":1', 'Odd'],
  ['. Odd","isErrorCountUpdated":1', 'Odd'],
  ['. Odd. For more information on troubleshooting', 'Odd'],
  ['. Odd. For information on troubleshooting see https://go.microsoft.com/fwlink/?linkid=2244045..', 'Odd'],
  ['. Odd: https://go.microsoft.com/fwlink/?linkid=2244045', 'Odd'],
  ['. 00000000-0000-4000-8000-381143274680', undefined],
  ['. x', undefined],
  ['. x)', undefined],
  ['. x1', 'x1'],
  ['. (a) - )b) Odd)])', 'a) - )b) Odd'],
  ['. Odd (thing))".}', 'Odd (thing)'],
  ['. Odd) thing', 'Odd) thing'],
  [`. ${'a'.repeat(500)}`, 'a'.repeat(500)],
  [`. ${'a'.repeat(501)}`, `${'a'.repeat(500)}…`],
];

/** What follows other words, and what of it is the error. */
const afterOthers: readonly [text: string, expected: Parts][] = [
  ['status code BadRequest and CDS error code: 0x80040265 Odd.', { ...refused, message: 'Odd' }],
  ['status code BadRequest and CDS error code: 0x80040265 "Odd: thing".', { ...refused, message: 'Odd: thing' }],
  ['status code BadRequest and CDS error code: 0x80040265 response: Odd: thing', { ...refused, message: 'Odd: thing' }],
  [
    'status code BadRequest and CDS error code: Bad Request (0x80040265): Odd.',
    { to: 'dataverse', status: 'BadRequest', message: 'Bad Request (0x80040265): Odd' },
  ],
  ['Writes to UnitEntity failed with error message". Thanks a lot', { to: 'dataverse', entity: unit }],
  ['Writes to UnitEntity failed with error message ...) Any idea', { to: 'dataverse', entity: unit }],
  ["Writes to UnitEntity failed with error message.') Any idea", { to: 'dataverse', entity: unit }],
  ['Writes to UnitEntity failed with error message"). What is it?', { to: 'dataverse', entity: unit }],
  ['Writes to UnitEntity failed with error message" What is it?', { to: 'dataverse', entity: unit }],
  [
    'Writes to UnitEntity failed with error message. 0x80040265. What?',
    { to: 'dataverse', entity: unit, code: '0x80040265' },
  ],
  [
    'Writes to UnitEntity failed with error message x. What is it?',
    { to: 'dataverse', entity: unit, message: 'x. What is it?' },
  ],
  [
    'Writes to UnitEntity failed with error message Odd: thing.',
    { to: 'dataverse', entity: unit, message: 'Odd: thing' },
  ],
  ['Writes to UnitEntity failed with error message Odd": x.', { to: 'dataverse', entity: unit, message: 'Odd": x' }],
  [
    'Writes to UnitEntity failed with error message . Odd. See https://go.microsoft.com/fwlink/?linkid=1',
    { to: 'dataverse', entity: unit, message: 'Odd. See https://go.microsoft.com/fwlink/?linkid=1' },
  ],
  [
    'Writes to UnitEntity failed with error message a 0X8004026F.',
    { to: 'dataverse', entity: unit, code: '0x8004026f', message: 'a 0X8004026F' },
  ],
  ['Writes to UnitEntity failed with error message a 0x8004.', { to: 'dataverse', entity: unit, message: 'a 0x8004' }],
  [
    'Writes to UnitEntity failed with error message a 0x80040265b',
    { to: 'dataverse', entity: unit, message: 'a 0x80040265b' },
  ],
  [
    'Writes to UnitEntity failed with error message Odd "verboseError" thing.',
    { to: 'dataverse', entity: unit, message: 'Odd "verboseError" thing' },
  ],
  ['Unable to generate payload for entity UnitEntity', { to: 'dataverse', entity: unit }],
  [
    'Unable to generate payload for entity UnitEntity. Odd thing.',
    { to: 'dataverse', entity: unit, message: 'Odd thing' },
  ],
  ['Unable to generate payload for entity UnitEntity. Any idea?', { to: 'dataverse', entity: unit }],
  [
    'Unable to generate payload for entity UnitEntity, x "verboseError" : "Payload creation failed: Odd"',
    { to: 'dataverse', entity: unit, message: 'Odd' },
  ],
  [
    'Unable to generate payload for entity UnitEntity, verboseError Odd',
    { to: 'dataverse', entity: unit, message: 'verboseError Odd' },
  ],
  [
    'Unable to generate payload for entity UnitEntity. Payload creation failed with error',
    { to: 'dataverse', entity: unit },
  ],
  ['Unable to generate payload for entity UnitEntity. Payload creation failed', { to: 'dataverse', entity: unit }],
  [
    '{"entityName":"UnitEntity","recordResponses":[{"Fehler Meldung" : "Odd"}]}',
    { to: 'dataverse', entity: unit, message: 'Odd' },
  ],
  [
    '{"entityName":"UnitEntity","recordResponses":[{"a1":"Odd"}]}',
    { to: 'dataverse', entity: unit, message: 'a1":"Odd' },
  ],
];

describe('failed writes', () => {
  test.each(openings)('%s', (text, expected) => expect(partsOf(text)).toEqual(expected));

  test.each(afterWrite)('unable to write%s: %s', (text, message, code) => {
    expect(partsOf(`Unable to write data to entity uoms${text}`)).toEqual([
      {
        ...toUnits,
        ...(message !== undefined && { message: message.replaceAll('  ', ' ') }),
        ...(code !== undefined && { code }),
      },
    ]);
  });

  test.each(afterOthers)('%s', (text, expected) => expect(partsOf(text)).toEqual([expected]));

  test('a payload that could not be made is said', () => {
    const isPayload = (text: string) => failedWritesIn(text).map((write) => write.isPayload);
    expect(isPayload('Unable to generate payload for entity UnitEntity')).toEqual([true]);
    expect(isPayload('Unable to write data to entity uoms')).toEqual([false]);
  });

  test.each(cases)('%s', (_name, text, expected) => expect(partsOf(text)).toEqual(expected));

  test('whatever the service says, the parts around it are the same, and writes do not overlap', () => {
    const sentence = fc.string({ maxLength: 300 });
    fc.assert(
      fc.property(sentence, sentence, (one, two) => {
        const plain = normalize(
          `Unable to write data to entity accounts.Writes to CustCustomerV3Entity failed with error message Request failed with status code BadRequest and CDS error code : 0x80012345 response message: ${one} Unable to write data to entity contacts. ${two}`,
        );
        const writes = failedWritesIn(plain);
        expect(writes[0]).toMatchObject({ table: 'accounts', entity: 'CustCustomerV3Entity', code: '0x80012345' });
        expect(writes.map(({ start, inner, end }) => start <= inner && inner <= end)).not.toContain(false);
        for (const [index, { end }] of writes.entries()) expect(end).toBe(writes[index + 1]?.start ?? plain.length);
      }),
    );
  });

  test('a long message is cut, and says so', () => {
    const [write] = failedWritesIn(`Write failed for entity X with unknown exception - ${'word '.repeat(400)}`);
    expect(write?.message).toMatch(/^(?:word ){100}…$/);
  });

  test('secrets in a message are not repeated', () => {
    const text =
      'Write failed for entity X with unknown exception - Refused: password=hunter2-secret, jane@contoso.com';
    expect(failedWritesIn(text)[0]?.message).not.toMatch(/hunter2|jane@/);
  });
});
