import { installedCore, isCoreOlder } from '../../facts/installed-core.js';
import { guidKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import {
  type DualWriteApplication,
  dataIntegrator,
  dataverseToFinops,
  dataverseToFinopsOld,
  firstCoreWithOwnApplication,
} from './application-ids.js';

/**
 * The applications that need a row on the Microsoft Entra ID applications page of finance and operations. Each entry holds
 * the alternatives that the core version decides between: one if it is known, both if it is not.
 */
export function requiredFinopsClients(solutions: Facts['solutions']): readonly (readonly DualWriteApplication[])[] {
  const core = installedCore(solutions);
  if (core.rows.length === 0) return [[dataIntegrator], [dataverseToFinops]];
  const isOld = isCoreOlder(core, firstCoreWithOwnApplication);
  if (isOld === undefined) return [[dataIntegrator], [dataverseToFinops, dataverseToFinopsOld]];
  return [[dataIntegrator], [isOld ? dataverseToFinopsOld : dataverseToFinops]];
}

/** The rows of one application. */
export function clientRowsOf(clients: Facts['finopsClients'], { id }: DualWriteApplication): Facts['finopsClients'] {
  return clients.filter(({ clientId }) => guidKey(clientId) === id);
}

/** Whether any application that dual-write may need, in any version, has a row. */
export function hasDualWriteClient(clients: Facts['finopsClients']): boolean {
  const possible = [dataIntegrator, dataverseToFinops, dataverseToFinopsOld];
  return possible.some((application) => clientRowsOf(clients, application).length > 0);
}
