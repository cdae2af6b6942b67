import type { Adapter } from '../../facts/adapter.js';
import { completeValue, type Fact, known, unknown } from '../../facts/fact.js';
import type { Facts } from '../../facts/schemas.js';
import { factOf, type SnapshotFacts } from '../../facts/snapshot.js';
import { joinMaps } from '../join-maps.js';
import { type Capture, readCapture } from './capture.js';
import { alertSettingsOf, hasAlertSettings } from './captured-alert-settings.js';
import { linkOf } from './captured-link.js';

/**
 * Reads captured JSON of the management gateway behind the Dual-write page: the answers of `ConnectionSet`, `Environments`
 * and `Entities`, saved from the browser. It never calls the gateway.
 *
 * It answers `link` (addresses, legal entities, whether connections are bypassed, connection ids if the capture has them),
 * `entityMaps` (names, states, active versions) and `alertSettings` (without their recipients, which it does not list). A capture does not show what a map requires, so the maps are partial
 * on their own; {@link dataverseAdapter} takes the same capture and combines both.
 *
 * @param captured - parsed JSON: one answer, a list of them, or a HAR file
 * @param saved - facts that have already been read: the requirements of their maps complete the captured ones
 * @public
 */
export function gatewayAdapter(captured: unknown, saved: SnapshotFacts = {}): Adapter {
  const capture = readCapture(captured);
  return {
    name: 'captured gateway',
    environment: { name: 'captured environment' },
    readers: {
      ...(capture.connectionSets.length > 0 || !capture.hasMaps ? { link: () => readLink(capture) } : {}),
      ...(capture.connectionSets.some(hasAlertSettings) ? { alertSettings: () => readAlertSettings(capture) } : {}),
      ...(capture.hasMaps ? { entityMaps: () => readMaps(capture, factOf(saved, 'entityMaps')) } : {}),
    },
  };
}

function readLink(capture: Capture): Fact<Facts['link']> {
  return ofOneSet(capture, readOne);
}

function readAlertSettings(capture: Capture): Fact<Facts['alertSettings']> {
  return ofOneSet(capture, alertSettingsOf);
}

/** What the only connection set says. Which of several is that of the environment cannot be determined. */
function ofOneSet<T>({ connectionSets }: Capture, read: (connectionSet: unknown) => Fact<T>): Fact<T> {
  const [first, ...others] = connectionSets;
  if (first === undefined) {
    return unknown(
      'malformed',
      'the capture contains neither a connection set nor maps: save the answers of ConnectionSet and Entities',
    );
  }
  if (others.length > 0) {
    return unknown(
      'malformed',
      `the capture contains ${connectionSets.length} connection sets: pass the one of this environment`,
    );
  }
  return read(first);
}

/** The captured maps; the requirements of a version are known if the saved facts contain the same version. */
function readMaps({ maps, lostMaps }: Capture, saved: Fact<Facts['entityMaps']>): Fact<Facts['entityMaps']> {
  const rows = saved.status === 'known' ? saved.value : [];
  const isComplete = completeValue(saved) !== undefined;
  const joined = joinMaps(
    maps,
    rows.map(({ name, dataverseTable, finopsEntity, version, requires, requiresApplication, dependsOn }) => ({
      id: name,
      name,
      dataverseTable,
      finopsEntity,
      version: version ?? undefined,
      // In a partial fact, a missing value may be a value that was not seen.
      requirements:
        isComplete || requires != null
          ? { requires: requires ?? [], requiresApplication: requiresApplication ?? undefined, dependsOn }
          : undefined,
    })),
  );
  const unknownMaps = joined.filter(({ isWhole }) => !isWhole).length;
  const gaps = [
    ...(unknownMaps === 0
      ? []
      : [`what ${unknownMaps} maps require is not known: the saved maps of Dataverse show it`]),
    ...(lostMaps === 0 ? [] : [`${lostMaps} maps of the capture could not be understood`]),
  ];
  const value = joined.map(({ map }) => map);
  return gaps.length === 0
    ? known(value, { coverage: 'complete' })
    : known(value, { coverage: 'partial', detail: gaps.join('; ') });
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
