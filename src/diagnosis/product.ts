/** Whether a normalized text names dual-write: by its name, the names of its parts or its table of companies. */
export function namesDualWrite(plain: string): boolean {
  return dualWrite.test(plain);
}

/**
 * Whether a normalized text is about another product, whose errors share words with those of dual-write. Where programs write
 * to two stores or systems, "dual write" is the name of a pattern: there the bare words say nothing. An error that only
 * dual-write of Dynamics 365 reports is never of another product: a customer may be called Oracle, and an error be pasted from Jira.
 */
export function isOfOtherProduct(plain: string): boolean {
  if (!anyOther.test(plain) || ownErrors.test(plain)) return false;
  if (stores.test(plain)) return !ownWords.test(plain);
  if (systems.test(plain)) return !dualWrite.test(plain) || !ownWords.test(plain);
  return !dualWrite.test(plain);
}

/** Errors that only dual-write of Dynamics 365 reports. */
const ownErrors =
  /writes to \w[\w ]{0,99} failed with (?:(?:an|the) )?error message|unable to look ?up \w+ with values \{|unable to generate payload for entity|write failed for entity \S{1,60} [^.;:{}]{1,60} with unknown exception|unable to sync with entity|RecordError\d["']|recordResponses|DualWriteRuntime|SecureConfig org|unable to write data to entity \w{1,100}\W{1,3}writes to|\bcds error code|\bcds\b[^.0-9]{0,40}0x8[0-9a-f]|CreateDualWriteConnectionSet|\bAX export (?:has )?encountered|\bDWM-[0-9a-f]{8}-/i;

/** What only dual-write of Dynamics 365 says, and the products that it connects. */
const ownWords =
  /\bdynamics|dataintegrator\.|\bD365|dataverse|finance (?:and|&) operations|fin ?ops\b|\bFnO\b|\bF&O\b|common data service|customer engagement|legal entit|project operations|supply chain management|\bmsdyn_|\bcdm_compan|executionStatus|\b(?:table|entity) maps?\b|\b(?:customers|vendors|contacts) V[23]\b/i;

const dualWrite = /dual[\s_-]?write|dynamics\.integrator|dataintegrator\.|\bDWM-[0-9a-f]{8}-|\bcdm_compan/i;

/** Stores, queues and traces that programs write to beside another one, and the words of those who do. */
const stores =
  /\b(?:cassandra|scylla(?:db)?|postgres(?:ql)?|mysql|mariadb|mongo(?:db|ose)?|dynamo(?:db)?|cosmos ?db|cockroach(?:db)?|spanner|bigtable|bigquery|clickhouse|redis|memcached|elastic(?:search)?|opensearch|solr|kafka|rabbitmq|pulsar|kinesis|debezium|neo4j|qdrant|pinecone|weaviate|milvus|sqlite|rocksdb|leveldb|etcd|zookeeper|hbase|hadoop|iceberg|snowflake|databricks|firestore|firebase|supabase|otlp|opentelemetry|jaeger|s3 bucket|minio|django|rails|prisma|hibernate|liquibase|flyway|outbox|change data capture|vector (?:store|write|index|database)|search index|full[- ]text search|\bFTS\b|replicas?|shards?|shard(?:ed|ing)|backfill\w*|strangler|monolith|micro-?services?|old and new (?:stores?|databases?|schemas?|tables?))\b/i;

// cspell:ignore magento marketo netsuite odoo
/** Systems that programs keep in step with each other. */
const systems =
  /\b(?:boomi|data ?factory|hubspot|informatica|magento|marketo|mulesoft|netsuite|odoo|oracle|salesforce|sap|servicenow|shopify|stripe|talend|workday|zendesk)\b/i;

/** Tools that people use beside dual-write. */
const tools =
  /\b(?:airflow|ansible|azure devops|business central|confluence|docker|entity framework|github|gitlab|grafana|jenkins|jira|kubernetes|nuget|npm|outlook|power ?bi|prometheus|sharepoint|ssis|terraform|wordpress)\b/i;

const anyOther = /* @__PURE__ */ new RegExp(`${stores.source}|${systems.source}|${tools.source}`, 'i');
