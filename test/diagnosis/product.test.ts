import { describe, expect, test } from 'vitest';
import { diagnose, searchTopics } from '../../src/diagnosis/index.js';
import { isOfOtherProduct } from '../../src/diagnosis/product.js';

const stores = [
  'Cassandra',
  'Postgres',
  'MongoDB',
  'Kafka',
  'Neo4j',
  'DynamoDB',
  'Redis',
  'OTLP',
  'the outbox',
  'a replica',
];

describe.each(stores)('%s', (store) => {
  test.each([
    `dual-write to ${store}: saving customers is slow`,
    `Our dual write to ${store} does not trigger for updates: doUpdate in the repository, the trigger is missing`,
    `dual-write filter returns no rows from ${store}, null is not an empty string`,
    `[Error] dual write to ${store}: unable to write data to entity store, retrying is slow`,
  ])('wins over the bare words: %s', (text) => expect(diagnose(text)).toEqual([]));

  test('does not win over what only this dual-write says', () => {
    const text = `We copy the log to ${store}. Unable to write data to entity accounts. Unable to lookup uoms with values {kg}.`;
    expect(diagnose(text)[0]?.id).toBe('live-sync-reference-data-missing');
  });

  test('does not win over the name of the product', () => {
    const text = `Since we export Dataverse to ${store}: dual-write, saving customers is slow`;
    expect(diagnose(text)[0]?.id).toBe('customer-map-slow');
  });
});

describe.each(['Oracle', 'SAP', 'Salesforce', 'ServiceNow', 'Shopify'])('%s', (system) => {
  test.each([
    `${system} dual write: Response status code does not indicate success: 401 (Unauthorized).`,
    `${system} dual write: Failed to authenticate. Unable to get access token`,
    `Dual-write health check of ${system}: error code 1900`,
  ])('wins over the bare words: %s', (text) => {
    expect(diagnose(text)).toEqual([]);
    expect(searchTopics(text)).toEqual([]);
  });

  test('does not win over the products that dual-write connects', () => {
    const text = `We left ${system} for Dynamics 365. Dual-write: Failed to authenticate. Unable to get access token`;
    expect(diagnose(text)[0]?.id).toBe('access-token-missing');
  });
});

// cspell:disable
describe.each(['Oracle', 'SAP', 'Kafka', 'Jira', 'Outlook'])('an error in which %s is only a name', (name) => {
  test.each<[topic: string, text: string]>([
    [
      'dataverse-duplicate-key',
      `Unable to write data to entity accounts.Writes to CustCustomerV3Entity failed with error message Request failed with status code PreconditionFailed and CDS error code : 0x80060892 response message: A record with the value '${name} Ltd' already exists.`,
    ],
    [
      'privilege-missing-owning-team',
      `Unable to write data to entity accounts.Writes to "${name}'s groups (EU)" failed. Principal user (Id=00006ef5-5e0a-4c1f-9d2e-a00000059b1b, type=8) is missing prvReadAccount privilege.`,
    ],
    [
      'live-sync-reference-data-missing',
      `Unable to write data to entity msdyn_vendors. Unable to lookup msdyn_vendorgroups with values {${name},USMF}.`,
    ],
    [
      'inbound-validation-failed',
      `Write failed for entity Customers V3 with unknown exception - Customer group ${name} does not exist.`,
    ],
    [
      'party-record-not-found',
      `"RecordError0":"Write failed for entity Units with unknown exception - Party record not found for party type 'Organization' (${name})"`,
    ],
    ['stale-link-after-copy', `${name}: SecureConfig Organization (a) does not match actual CRM Organization (b).`],
    [
      'initial-sync-export-forbidden',
      `Sent from ${name}: ([Forbidden], The remote server returned an error: (403) Forbidden.), AX export encountered an error`,
    ],
    [
      'recently-changed-dataverse',
      `Copied from ${name}. Unable to generate payload for entity CustCustomerV3Entity. Payload creation failed with error Invalid URI: The URI is empty.`,
    ],
    [
      'dataverse-duplicate-key',
      `${name}: Schreibvorgänge in CustCustomerV3Entity fehlgeschlagen: Statuscode PreconditionFailed und CDS-Fehlercode: 0x80060892 Antwortnachricht: Schlüssel`,
    ],
  ])('%s', (topic, text) => expect(diagnose(text)[0]?.id).toBe(topic));
});

// cspell:enable

test.each<[text: string, isOther: boolean]>([
  ['GitHub Actions: 401', true],
  ['dual-write and GitHub Actions: 401', false],
  ['dual-write and Kafka: 401', true],
  ['dual-write and Salesforce: 401', true],
  ['dual-write and Salesforce and Dynamics 365: 401', false],
  ['Salesforce and Dynamics 365: 401', true],
  ['dual-write and Kafka and Dynamics 365: 401', false],
  ['dual-write: 401', false],
  ['GitHub and Kafka and dual-write: 401', true],
])('%s', (text, isOther) => expect(isOfOtherProduct(text)).toBe(isOther));
