import type { Adapter } from '../../facts/adapter.js';
import { type Fact, known, unknown } from '../../facts/fact.js';
import type { Facts } from '../../facts/schemas.js';
import { type Capture, readCapture } from './capture.js';
import { linkOf } from './captured-link.js';

/**
 * Reads what was captured of the management gateway behind the Dual-write page: the answers of `ConnectionSet`, `Environments`
 * and `Entities`, saved from the browser. It never calls the gateway.
 *
 * It answers `link` (addresses, legal entities, whether connections are bypassed, connection ids where the capture has them) and
 * `entityMaps` (names, states, active versions). A capture does not say what a map requires, so the maps are partial by
 * themselves; {@link dataverseAdapter} takes the same capture and puts both together.
 *
 * @param captured - parsed JSON: one answer, or a list of them
 * @public
 */
export function gatewayAdapter(captured: unknown): Adapter {
  const capture = readCapture(captured);
  return {
    name: 'captured gateway',
    environment: { name: 'captured environment' },
    readers: {
      ...(capture.connectionSets.length > 0 || !capture.hasMaps ? { link: () => readLink(capture) } : {}),
      ...(capture.hasMaps ? { entityMaps: () => known(capture.maps, { coverage: 'partial' as const }) } : {}),
    },
  };
}

function readLink({ connectionSets }: Capture): Fact<Facts['link']> {
  const [first, ...others] = connectionSets;
  if (first === undefined) {
    return unknown(
      'malformed',
      'the capture holds neither a connection set nor maps: save the answers of ConnectionSet and Entities',
    );
  }
  if (others.length > 0) {
    return unknown(
      'malformed',
      `the capture holds ${connectionSets.length} connection sets: pass the one of this environment`,
    );
  }
  return readOne(first);
}

function readOne(connectionSet: unknown): Fact<Facts['link']> {
  const link = linkOf(connectionSet);
  return link === undefined
    ? unknown(
        'malformed',
        'the captured connection set does not list its legal entities (dualWriteDetail.legalEntityMappings)',
      )
    : known(link);
}
