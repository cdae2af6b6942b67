import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { topics } from '../../src/diagnosis/all-topics.js';
import { dataverseErrorCodes } from '../../src/diagnosis/dataverse-error-codes.js';
import { diagnose } from '../../src/diagnosis/index.js';
import { runs } from '../support/fuzz.js';

/*
 * A wrong cause is worse than none. Every way in which dual-write wraps an error meets every code, known or not, and sentences
 * that are not known: none of them may claim more than it knows, and none may advise to delete anything.
 */
const more = 'For information on troubleshooting see https://go.microsoft.com/fwlink/?linkid=2244045..';
const toDataverse: Readonly<Record<string, (error: string) => string>> = {
  'the whole chain': (error) =>
    `Cannot save the changes to the database. Unit of Work can not commit transaction.\nUnable to write data to entity accounts.Writes to CustCustomerV3Entity failed with error message ${error}${more}`,
  'an entity with blanks': (error) =>
    `Unable to write data to entity accounts. Writes to Customers V3 failed with error message ${error}`,
  'a table': (error) =>
    `Unable to write data to table accounts. Writes to Customers V3 failed with an error message ${error}`,
  'the wording of 2026': (error) => `Writes to Customers V3 failed with the error message ${error}. ${more}`,
  'an exception': (error) =>
    `Unable to write data to entity accounts.Writes to CustCustomerV3Entity failed with error message Exception message: ${error}`,
  'JSON of the log': (error) =>
    `{"entityName":"CustCustomerV3Entity","externalEntityName":"accounts","executionStatus":2,"fieldResponses":[],"recordResponses":[{"errorMessage":"${error}","logDateTime":"2026-01-01T00:00:00Z","verboseError":null}],"isErrorCountUpdated":true}`,
  'a log': (error) =>
    `2026-11-20T10:00:00.123Z [w] ERROR Unable to write data to entity accounts.Writes to CustCustomerV3Entity failed with error message ${error}`,
};
const withCode: Readonly<Record<string, (code: string, sentence: string) => string>> = {
  'with status and code': (code, sentence) =>
    `Request failed with status code BadRequest and CDS error code : ${code} response message: ${sentence}`,
  'of a server that failed': (code, sentence) =>
    `Request failed with the status code InternalServerError and CDS error code: ${code} response message: ${sentence}`,
  translated: (code, sentence) =>
    `Solicitud fallida con código de estado Forbidden y código de error CDS: ${code} mensaje de respuesta: ${sentence}`,
};
const toFinops: Readonly<Record<string, (error: string) => string>> = {
  'a write': (error) => `Write failed for entity Customers V3 with unknown exception - ${error}`,
  'a numbered record': (error) =>
    `{"RecordError0":"Write failed for entity Customers V3 with unknown exception - ${error}"}`,
  'before the commit': (error) =>
    `An unexpected error occurred from ISV code. (ErrorType = ClientError) Unexpected exception from plug-in (Execute): Microsoft.Dynamics.Integrator.DualWriteRuntime.Plugins.PreCommmitPlugin: System.Exception: failed to process entity account - (${error})`,
  'after the commit': (error) =>
    `Unexpected exception from plug-in (Execute): Microsoft.Dynamics.Integrator.DualWriteRuntime.Plugins.PostCommitPlugin: System.Exception: failed to process entity account - (${error})`,
  'a record in a plug-in': (error) =>
    `Microsoft.Dynamics.Integrator.DualWriteRuntime.Plugins.PreCommmitPlugin: System.Exception: failed to process entity account - (Bad Request), {"RecordError0":"Write failed for entity Customers V3 with unknown exception - ${error}"}`,
};

/** Sentences that any product can print, and some that none does. */
const sentences = [
  'An unexpected error occurred.',
  'Object reference not set to an instance of an object.',
  'The remote server returned an error: (400) Bad Request.',
  'The remote server returned an error: (500) Internal Server Error.',
  'Response status code does not indicate success: 400 (Bad Request).',
  'Response status code does not indicate success: 401 (Unauthorized).',
  'Response status code does not indicate success: 403 (Forbidden).',
  'Response status code does not indicate success: 404 (Not Found).',
  'Value cannot be null. Parameter name: key',
  'Sequence contains no elements',
  'The given key was not present in the dictionary.',
  'An item with the same key has already been added.',
  'The request channel was faulted.',
  'Invalid URI: The hostname could not be parsed.',
  'The partition is not available.',
  'One or more errors occurred.',
  'Purple elephants are not supported by the moon phase.',
  'Access is denied.',
  'Unauthorized',
  'Missing field.',
  'Version mismatch.',
  'The organization is locked.',
];

const unsafe = new Set(
  topics.filter(({ remediation }) => remediation.options.some(({ destroys }) => destroys !== null)).map(({ id }) => id),
);
const codeTopics = new Set([...dataverseErrorCodes.values()].flatMap(({ topic }) => topic ?? []));

describe.each(Object.entries(toDataverse))('to Dataverse: %s', (_wrapper, wrap) => {
  test.each(Object.entries(withCode))('%s: a code means what the table says', (_way, coded) => {
    for (const [code, { topic = 'dataverse-refused' }] of dataverseErrorCodes) {
      for (const sentence of sentences) {
        const [first, ...others] = diagnose(wrap(coded(code, sentence)));
        expect([first?.id, others, first?.captures.code], `${code} ${sentence}`).toEqual([topic, [], [code]]);
      }
    }
  });

  test.each(Object.entries(withCode))('%s: a code that is not known is nothing but refused', (_way, coded) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xf_ff_ff_ff }), fc.constantFrom(...sentences), (number, sentence) => {
        const code = `0x8${number.toString(16).padStart(7, '0')}`;
        fc.pre(!dataverseErrorCodes.has(code));
        const [first, ...others] = diagnose(wrap(coded(code, sentence)));
        expect([first?.id, others]).toEqual(['dataverse-refused', []]);
        expect(first?.captures).toMatchObject({ code: [code] });
        expect(first?.remediation.options.every(({ destroys }) => destroys === null)).toBe(true);
      }),
      { numRuns: runs(100) },
    );
  });

  test.each(sentences)('%s', (sentence) => {
    const found = diagnose(wrap(sentence));
    expect(found.map(({ id }) => id)).toEqual(['dataverse-refused']);
    expect(found[0]?.captures.message?.[0]).toContain(sentence.replace(/\.$/, ''));
  });
});

describe.each(Object.entries(toFinops))('to finance and operations: %s', (_wrapper, wrap) => {
  // That Dataverse is not authorized has a topic.
  test.each(sentences.filter((sentence) => !/unauthorized/i.test(sentence)))('%s', (sentence) => {
    const found = diagnose(wrap(sentence));
    expect(found.map(({ id }) => id)).toEqual(['finops-refused']);
    expect(found[0]?.captures.message?.[0]).toContain(sentence.replace(/\.$/, ''));
    expect(found[0]?.remediation.options.every(({ destroys }) => destroys === null)).toBe(true);
  });
});

const project = 'DWM-77a35e60-4bc2-4905-88ea-69efd3b29261-8812cb89-1550-42e2-858e-4761fc1443eb';
const elsewhere: Readonly<Record<string, (error: string) => string>> = {
  'the registration of plug-ins': (error) =>
    `Customers V3 (accounts): Dual write failure - Plugin registration failed: [(${error})], One or more errors occurred.`,
  'the partitions of a map': (error) =>
    `Dual write failure - Plugin registration failed: [(Unable to get partition map for project ${project}. Error ${error})], One or more errors occurred.`,
  'the validation of a map': (error) => `Customers V3 (accounts): Project validation failed. ${error}`,
  'an initial synchronization': (error) =>
    `Dual write Initial Sync completed with status: Error. Following are the details: Executed leg: From AX Customers V3 to CRM accounts with exported records count: 0, ImportRecordsErrorCount: 0, ImportRecordsInsertedCount: 0 and ImportRecordsUpdatedCount: 0 ErrorsDetails: Dual write Initial sync failed Message: ${error}`,
  'the setup of an environment': (error) => `MSG=[Failed to setup dual write environment. Error Details:${error}]`,
  'a set of connections': (error) => `Saving connection set failed! ${error}`,
  'a step on the page': (error) => `Stopping the dual-write map failed: ${error}`,
};

test('a code of Dataverse in an answer of finance and operations is not a problem of Dataverse', () => {
  const text = 'Write failed for entity Customers V3 with unknown exception - The outer system said 0x80044331.';
  expect(diagnose(text).map(({ id }) => id)).toEqual(['finops-refused']);
});

describe.each(Object.entries(elsewhere))('beside writes: %s', (_wrapper, wrap) => {
  // Documented messages of these steps, and what is only written like them.
  const known = /indicate success: 40[134]|with the same key has already/;
  test.each(sentences.filter((sentence) => !known.test(sentence)))('%s: nothing is to be deleted', (sentence) => {
    expect(diagnose(wrap(sentence)).filter(({ id }) => unsafe.has(id))).toEqual([]);
  });
});

test('no code leads to a problem with advice that loses anything', () => {
  expect([...codeTopics].filter((id) => unsafe.has(id))).toEqual([]);
});

test.each([...dataverseErrorCodes])(
  '%s exists as a code and leads to a topic that exists',
  (code, { topic, meaning }) => {
    expect(code).toMatch(/^0x8[0-9a-f]{7}$/);
    expect(meaning).toMatch(/^[\p{L}].*\.$/u);
    if (topic !== undefined) expect(topics.map(({ id }) => id)).toContain(topic);
  },
);

test.each([...dataverseErrorCodes.keys()])('%s in a text of another product says nothing', (code) => {
  for (const text of [
    `{"error":{"code":"${code}","message":"Something went wrong in the flow Contoso invoices"}}`,
    `Power Automate: action Update_a_row failed with ${code}`,
    `{"message":"Some text of an app","cdsErrorCode":"${code}","InnerErrorMessage":"Some text"}`,
  ]) {
    const known = ['0x80072321', '0x80072322', '0x80072326']; // the limits of Dataverse are the same for everybody
    expect(diagnose(text).map(({ id }) => id)).toEqual(known.includes(code) ? ['throttled-dataverse'] : []);
  }
});
