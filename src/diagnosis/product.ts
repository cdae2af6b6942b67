/** Whether a normalized text names dual-write: by its name, the names of its parts or its table of companies. */
export function namesDualWrite(plain: string): boolean {
  return dualWrite.test(plain);
}

/**
 * Whether a normalized text is about another product, whose errors share words with those of dual-write. Where programs write
 * to two stores, "dual write" is the name of a pattern: there the bare words say nothing.
 */
export function isOfOtherProduct(plain: string): boolean {
  if (!anyOther.test(plain)) return false;
  return stores.test(plain) ? !ownWords.test(plain) : !dualWrite.test(plain);
}

/** What only dual-write of Dynamics 365 says, and the products that it connects. */
const ownWords =
  /\bdynamics|dataintegrator\.|\bD365|dataverse|finance (?:and|&) operations|fin ?ops\b|\bFnO\b|\bF&O\b|common data service|customer engagement|legal entit|project operations|supply chain management|\bmsdyn_|\bcdm_compan|\bDWM-[0-9a-f]{8}-|writes to \w[\w ]{0,99} failed with (?:(?:an|the) )?error message|unable to look ?up \w+ with values \{|executionStatus|\b(?:table|entity) maps?\b|\b(?:customers|vendors|contacts) V[23]\b/i;

const dualWrite = /dual[\s_-]?write|dynamics\.integrator|dataintegrator\.|\bDWM-[0-9a-f]{8}-|\bcdm_compan/i;

/** Stores, queues and traces that programs write to beside another one, and the words of those who do. */
const stores =
  /\b(?:cassandra|scylla(?:db)?|postgres(?:ql)?|mysql|mariadb|mongo(?:db|ose)?|dynamo(?:db)?|cosmos ?db|cockroach(?:db)?|spanner|bigtable|bigquery|clickhouse|redis|memcached|elastic(?:search)?|opensearch|solr|kafka|rabbitmq|pulsar|kinesis|debezium|neo4j|qdrant|pinecone|weaviate|milvus|sqlite|rocksdb|leveldb|etcd|zookeeper|hbase|hadoop|iceberg|snowflake|databricks|firestore|firebase|supabase|otlp|opentelemetry|jaeger|s3 bucket|minio|django|rails|prisma|hibernate|liquibase|flyway|outbox|change data capture|vector (?:store|write|index|database)|search index|full[- ]text search|\bFTS\b|replicas?|shards?|shard(?:ed|ing)|backfill\w*|strangler|monolith|micro-?services?|old and new (?:stores?|databases?|schemas?|tables?))\b/i;

const otherProducts =
  /\b(?:airflow|ansible|azure devops|boomi|business central|confluence|data ?factory|docker|entity framework|github|gitlab|grafana|hubspot|informatica|jenkins|jira|kubernetes|mulesoft|nuget|npm|oracle|outlook|power ?bi|prometheus|salesforce|sap|servicenow|sharepoint|ssis|talend|terraform|wordpress|workday|zendesk)\b/i;

const anyOther = /* @__PURE__ */ new RegExp(`${stores.source}|${otherProducts.source}`, 'i');
