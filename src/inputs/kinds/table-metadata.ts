import type { RecordedAnswer } from '../../adapters/recorded/recorded-answer.js';
import type { InputOf } from '../input.js';
import { answeredTables } from '../metadata/answered-tables.js';
import { readEdmx } from '../metadata/edmx.js';
import { partsOfEdmx } from '../metadata/edmx-parts.js';
import { mergeParts } from '../metadata/merge-parts.js';
import { nameEntities } from '../metadata/name-entities.js';

/**
 * Metadata of tables as JSON: answers of `EntityDefinitions` (tables with their columns, keys and lookups, or one of these lists of a
 * table), of `PublicEntities` and of the lists that connect names of entities, one or several, or rows of the fact `tableMetadata`.
 *
 * @returns `undefined` if any of it is about something else
 */
export function tableMetadataIn(documents: readonly unknown[]): InputOf<'table-metadata'> | undefined {
  const answers = documents.map((body): RecordedAnswer => ({ status: 200, body }));
  const { parts, names, lacks, hasOthers } = answeredTables(answers);
  if (hasOthers) return undefined;
  const isOwn = parts.length > 0 && parts.every(({ source }) => source === 'description');
  const tables = nameEntities(mergeParts(parts), names, []);
  return { kind: 'table-metadata', answers: isOwn ? [] : answers, tables, lacks };
}

/**
 * Metadata of tables as XML: the `$metadata` document of Dataverse or of finance and operations. Of one that is cut off or
 * faulty, the tables before that are there.
 *
 * @returns `undefined` for other XML, such as `$metadata` of another product
 */
export function tableMetadataInXml(text: string): InputOf<'table-metadata'> | undefined {
  const edmx = readEdmx(text);
  if (edmx === undefined) return undefined;
  const lacks = edmx.fault === undefined ? [] : [`not all of the $metadata document could be read: ${edmx.fault}`];
  return { kind: 'table-metadata', answers: [], tables: mergeParts(partsOfEdmx(edmx)), lacks };
}
