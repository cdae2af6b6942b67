import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/index.js';
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

test.each<[text: string, isOther: boolean]>([
  ['GitHub Actions: 401', true],
  ['dual-write and GitHub Actions: 401', false],
  ['dual-write and Kafka: 401', true],
  ['dual-write and Kafka and Dynamics 365: 401', false],
  ['dual-write: 401', false],
  ['GitHub and Kafka and dual-write: 401', true],
])('%s', (text, isOther) => expect(isOfOtherProduct(text)).toBe(isOther));
