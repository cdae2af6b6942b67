import { readCapture } from '../adapters/gateway/capture.js';
import { listOf, textOf } from '../adapters/lenient-json.js';
import type { RecordedAnswer } from '../adapters/recorded/recorded-answer.js';
import { type Known, known } from '../facts/fact.js';
import { mapNameKey } from '../maps/map-name.js';
import type { Input } from './input.js';

/**
 * What the Dual-write page lists, as rows of maps: the version in use of each, with its mapping where that was recorded. Saved versions
 * beside it are not listed, so it is always a part. `undefined` if no list of maps was recorded.
 */
export function capturedMapRows(inputs: readonly Input[]): Known<readonly unknown[]> | undefined {
  const answers = inputs.flatMap((input) =>
    input.kind === 'har' || input.kind === 'gateway-capture' ? input.answers.filter(isOfGateway) : [],
  );
  const { maps, lostMaps, hasMaps } = readCapture(answers.map(({ body }) => body));
  if (!hasMaps) return undefined;
  const mappings = new Map(answers.flatMap(fieldMappingsIn));
  const rows = maps.map(({ name, version, publisher, projectName }) => ({
    displayName: name,
    version,
    publisher,
    active: true,
    mapping: mappings.get(projectName?.toLowerCase() ?? '') ?? mappings.get(mapNameKey(name)),
  }));
  const lost = lostMaps === 0 ? '' : `; ${lostMaps} of them could not be understood`;
  return known(rows, {
    coverage: 'partial',
    detail: `only the versions that the Dual-write page lists are known${lost}`,
  });
}

function isOfGateway({ address, status, body }: RecordedAnswer): boolean {
  return (address === undefined || address.service === 'gateway') && status === 200 && body !== undefined;
}

type KeyedMapping = readonly [key: string, mapping: object];

/** The mapping of a project, by the project in the address and the id and the name in the answer. */
function fieldMappingsIn({ address, body }: RecordedAnswer): readonly KeyedMapping[] {
  const tasks = listOf(body, 'entityMappingTasks');
  const legs = tasks.flatMap((task) => listOf(task, 'legs'));
  if (legs.length === 0) return [];
  const mapping = { name: textOf(body, 'name'), legs };
  const project = /([^/]+)\/FieldMappings$/i.exec(address?.path ?? '')?.[1];
  const name = textOf(body, 'name');
  const keys = [project?.toLowerCase(), textOf(body, 'id')?.toLowerCase(), name && mapNameKey(name)];
  return keys.flatMap((key): readonly KeyedMapping[] => (key ? [[key, mapping]] : []));
}
