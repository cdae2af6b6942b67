import { type Facts, known, type Snapshot, snapshotOf } from '../src/index.js';

/**
 * A linked environment with `size` companies and as many configuration rows on each side; one in a hundred is bad.
 *
 * @param names - whether maps name their projects, and rows those of their maps, as live environments do
 */
export function environmentOfSize(size: number, names: 'of rows' | 'in projects' = 'of rows'): Snapshot {
  const indexes = Array.from({ length: size }, (_, index) => index);
  const isBad = (index: number) => index % 100 === 7;
  const host = 'https://contoso.crm4.dynamics.com';
  const maps = 300;
  const projectOf = (index: number) =>
    `DWM-${guidOf('e', 0)}-${guidOf('f', names === 'of rows' || isBad(index) ? index + maps : index % maps)}`;
  return snapshotOf(
    `${size} rows`,
    {
      link: known({
        linked: true,
        dataverseUrl: host,
        finopsUrl: 'https://contoso.operations.dynamics.com',
        legalEntities: indexes.slice(0, 250).map((index) => (isBad(index) ? `X${index}` : codeOf(index))),
        apiHub: 'bypassed',
      }),
      companies: known(
        indexes.map((index) => ({
          id: guidOf('c', index),
          code: codeOf(index),
          name: `Contoso Entertainment System, subsidiary number ${index}`,
          enabledForDualWrite: index % 3 === 0,
          defaultOwningTeamId: isBad(index) ? null : guidOf('a', index % 50),
        })),
      ),
      teams: known(
        indexes.slice(0, 50).map((index) => ({
          id: guidOf('a', index),
          name: `Team ${index}`,
          businessUnitId: guidOf('b', 0),
          isDefault: index === 0,
          roles: [{ name: 'System Administrator' }],
        })),
      ),
      entityMaps: known(
        Array.from({ length: maps }, (_, index): Facts['entityMaps'][number] => ({
          name: `table${index} - Entity ${index}`,
          finopsEntity: `Entity ${index}`,
          dataverseTable: `table${index}`,
          state: 'running',
          ...(names === 'of rows' ? {} : { projectName: `DWM-${guidOf('e', 0)}-${guidOf('f', index)}` }),
        })),
      ),
      runtimeConfigurations: known(
        indexes.map((index) => ({
          id: guidOf('d', index),
          dataverseTable: `table${index % maps}`,
          finopsEntity: isBad(index) ? 'Gone' : `Entity ${index % maps}`,
          projectName: projectOf(index),
          mapVersion: '1.0.0.5',
          active: true,
        })),
      ),
      projectConfigurations: known(
        indexes.map((index) => ({
          projectName: projectOf(index),
          finopsEntity: `Entity ${index % maps}`,
          dataverseTable: `table${index % maps}`,
          externalUrl: isBad(index) ? 'https://old.crm4.dynamics.com' : host,
          deleted: false,
        })),
      ),
    },
    { takenAt: '2026-11-20T10:00:00Z' },
  );
}

function codeOf(index: number): string {
  return `C${index.toString(36)}`;
}

function guidOf(kind: string, index: number): string {
  return `${kind}0000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}
