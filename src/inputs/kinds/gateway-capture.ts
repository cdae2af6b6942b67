import { readCapture } from '../../adapters/gateway/capture.js';
import { withoutSecrets } from '../../adapters/recorded/secret-columns.js';
import { isRecord, type RecognizeJson } from '../json-content.js';

/** Answers of the gateway behind the Dual-write page that were saved on their own: a connection set, maps, field mappings. */
export const gatewayCapture: RecognizeJson = ({ documents, lacks }) => {
  const { connectionSets, hasMaps } = readCapture(documents);
  if (connectionSets.length === 0 && !hasMaps && !documents.flat().some(hasFieldMappings)) return undefined;
  return {
    kind: 'gateway-capture',
    answers: documents.map((body) => ({ status: 200, body: withoutSecrets(body) })),
    lacks,
  };
};

function hasFieldMappings(document: unknown): boolean {
  return isRecord(document) && Array.isArray(document.entityMappingTasks);
}
