import { describe, expect, test } from 'vitest';
import { diagnose, searchTopics } from '../../src/diagnosis/index.js';
import { isOfOtherProduct, namesDualWrite } from '../../src/diagnosis/product.js';

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

// cspell:disable
describe('names of other products', () => {
  const stores =
    'Cassandra|Scylla|ScyllaDB|Postgres|PostgreSQL|MySQL|MariaDB|Mongo|MongoDB|Mongoose|Dynamo|DynamoDB|CosmosDB|Cosmos DB|Cockroach|CockroachDB|Spanner|Bigtable|BigQuery|ClickHouse|Redis|Memcached|Elastic|Elasticsearch|OpenSearch|Solr|Kafka|RabbitMQ|Pulsar|Kinesis|Debezium|Neo4j|Qdrant|Pinecone|Weaviate|Milvus|SQLite|RocksDB|LevelDB|etcd|ZooKeeper|HBase|Hadoop|Iceberg|Snowflake|Databricks|Firestore|Firebase|Supabase|OTLP|OpenTelemetry|Jaeger|S3 bucket|MinIO|Django|Rails|Prisma|Hibernate|Liquibase|Flyway|outbox|change data capture|vector store|vector index|search index|full text search|full-text search|FTS|replica|replicas|shard|shards|sharded|sharding|backfill|backfilled|strangler|monolith|microservice|microservices|micro-services|old and new store|old and new stores|old and new database|old and new databases|old and new schema|old and new schemas|old and new table|old and new tables';
  test.each(stores.split('|'))('%s is one, also beside dual-write', (name) => {
    expect(isOfOtherProduct(`dual-write to ${name}: 401`)).toBe(true);
    expect(isOfOtherProduct(`dual-write of Dynamics 365 and ${name}: 401`)).toBe(false);
    expect(isOfOtherProduct(`dual-write to x${name}x: 401`)).toBe(false);
  });

  const systems =
    'Boomi|Data Factory|DataFactory|HubSpot|Informatica|Magento|Marketo|MuleSoft|NetSuite|Odoo|Oracle|Salesforce|SAP|ServiceNow|Shopify|Stripe|Talend|Workday|Zendesk';
  test.each(systems.split('|'))('%s is one, unless dual-write of Dynamics 365 is named', (name) => {
    expect(isOfOtherProduct(`dual-write to ${name}: 401`)).toBe(true);
    expect(isOfOtherProduct(`${name} and Dynamics 365: 401`)).toBe(true);
    expect(isOfOtherProduct(`dual-write of Dynamics 365 and ${name}: 401`)).toBe(false);
  });

  const tools =
    'Airflow|Ansible|Azure DevOps|Business Central|Confluence|Docker|Entity Framework|GitHub|GitLab|Grafana|Jenkins|Jira|Kubernetes|NuGet|npm|Outlook|Power BI|PowerBI|Prometheus|SharePoint|SSIS|Terraform|WordPress';
  test.each(tools.split('|'))('%s is one, unless dual-write is named', (name) => {
    expect(isOfOtherProduct(`${name}: 401`)).toBe(true);
    expect(isOfOtherProduct(`dual-write and ${name}: 401`)).toBe(false);
  });
});

test.each([
  'Dynamics 365',
  'D365',
  'Dataverse',
  'finance and operations',
  'finance & operations',
  'finops',
  'fin ops',
  'FnO',
  'F&O',
  'Common Data Service',
  'customer engagement',
  'legal entities',
  'Project Operations',
  'supply chain management',
  'msdyn_vendors',
  'cdm_companies',
  'executionStatus',
  'table map',
  'entity maps',
  'customers V3',
  'vendors V2',
  'contacts V2',
  'dataintegrator.trafficmanager.net',
])('dual-write of %s is our product, whatever else is named', (name) => {
  expect(isOfOtherProduct(`dual-write, ${name} and Kafka: 401`)).toBe(false);
  expect(isOfOtherProduct('dual-write, customers V4, tables map and Kafka: 401')).toBe(true);
});

test.each([
  'Writes to Customers V3 failed with error message x',
  'Writes to X failed with an error message x',
  'Writes to X failed with the error message x',
  `Writes to ${'x'.repeat(100)} failed with error message x`,
  'Unable to lookup uoms with values {kg}',
  'Unable to look up uoms with values {kg}',
  'Unable to generate payload for entity X',
  'Write failed for entity Customers V3 with unknown exception',
  'Unable to sync with entity uoms',
  '"RecordError0":',
  'recordResponses',
  'DualWriteRuntime',
  'SecureConfig Organization',
  'Unable to write data to entity uoms.  Writes to X',
  'CDS error code',
  'CDS-Fehlercode: 0x80040265',
  'CreateDualWriteConnectionSet',
  'AX export encountered an error',
  'AX export has encountered an error',
  'DWM-77a35e60-4bc2-4905-88ea-69efd3b29261',
])('%s is reported by our product only', (error) => {
  expect(isOfOtherProduct(`Kafka: ${error}`)).toBe(false);
});

test.each([
  'Writes to (X) failed with error message x',
  'Writes to X/Y failed with error message x',
  `Writes to ${'x'.repeat(101)} failed with error message x`,
  'Writes to X failed with error messages'.replace('error messages', 'errors'),
  'Unable to write data to entity uoms',
  'Unable to write data to entity uoms     Writes to X',
  'DWM-77a35e6-4bc2',
  'DWM-wwwwwwww-4bc2',
])('%s is not', (error) => expect(isOfOtherProduct(`Kafka: ${error}`)).toBe(true));

test.each<[text: string, names: boolean]>([
  ['dual-write', true],
  ['Dual Write', true],
  ['dualwrite', true],
  ['dual_write', true],
  ['Microsoft.Dynamics.Integrator', true],
  ['dataintegrator.trafficmanager.net', true],
  ['DWM-77a35e60-4bc2', true],
  ['cdm_companies', true],
  ['dualxwrite', false],
  ['dual--write', false],
  ['DWM-7-4bc2', false],
  ['DWM-xxxxxxxx-4bc2', false],
  ['write', false],
])('%s names dual-write: %s', (text, names) => expect(namesDualWrite(text)).toBe(names));
// cspell:enable
