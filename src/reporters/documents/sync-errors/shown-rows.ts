import { instantOf } from '../../../facts/instant.js';
import { guidKey, nameKey } from '../../../facts/keys.js';
import { scrub } from '../../../facts/scrub.js';
import { problemCache } from '../../../sync-errors/diagnosis-cache.js';
import type { SyncErrorCategory, SyncErrorRecord } from '../../../sync-errors/record.js';

/** Rows as the page shows them, with numbers in place of names: the script compares those. */
export interface ShownRows {
  readonly rows: readonly ShownRow[];
  readonly jobs: Names;
  readonly entities: Names;
  readonly dataSources: Names;
  readonly companies: Names;
  /** Titles of known problems. */
  readonly topics: Names;
}

/** Names by number; `null` where there is none. */
export type Names = readonly (string | null)[];

export interface ShownRow {
  readonly record: SyncErrorRecord;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Without tokens and email addresses. */
  readonly message: string;
  /** The known problem that it reports. */
  readonly topic: string | null;
  /** The same for rows with the same id, which are sent once. */
  readonly id: number;
  readonly job: number;
  readonly entity: number;
  readonly dataSource: number;
  readonly company: number;
  readonly topicNumber: number;
  readonly category: SyncErrorCategory;
}

/** Much more than is shown: a token must not be cut before it is recognized. */
const scrubbedLength = 4_096;

/** Diagnoses the rows and numbers what they have in common. */
export function shownRows(records: readonly SyncErrorRecord[]): ShownRows {
  const problemOf = problemCache();
  const [ids, jobs, entities] = [numbering(guidKey), numbering(nameKey), numbering(nameKey)];
  const [dataSources, companies, topics] = [numbering(nameKey), numbering(nameKey), numbering(nameKey)];
  const rows = records.map((record): ShownRow => {
    const { id, integrationJob, entity, dataSource, company, message, category, createdOn } = record;
    const topic = problemOf(record)?.title ?? null;
    return {
      record,
      at: instantOf(createdOn),
      message: scrub(message.slice(0, scrubbedLength)),
      topic,
      id: ids.add(id),
      job: jobs.add(integrationJob),
      entity: entities.add(entity),
      dataSource: dataSources.add(dataSource),
      company: companies.add(company),
      topicNumber: topics.add(topic),
      category,
    };
  });
  return {
    rows,
    jobs: jobs.names,
    entities: entities.names,
    dataSources: dataSources.names,
    companies: companies.names,
    topics: topics.names,
  };
}

function numbering(keyOf: (name: string) => string) {
  const names: (string | null)[] = [];
  const numbers = new Map<string, number>();
  return {
    names,
    add(name: string | null): number {
      const key = name === null ? '' : keyOf(name);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      names.push(key === '' ? null : name);
      numbers.set(key, names.length - 1);
      return names.length - 1;
    },
  };
}
