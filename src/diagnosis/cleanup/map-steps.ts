import { nameKey, tableKeys } from '../../facts/keys.js';
import type { CleanupStep } from './cleanup-step.js';
import type { CleanupTarget, StaleRow } from './cleanup-target.js';
import { isNamed } from './targets-in-words.js';

/** What is done before anything is deleted: whatever makes a deletion unnecessary, and the maps that must not run. */
export function stepsBefore(targets: readonly CleanupTarget[]): readonly CleanupStep[] {
  const named = targets.filter(isNamed);
  const off = mapNames(targets, 'off');
  const listed = [...mapNames(targets, 'listed'), ...namesOf(named)];
  return [
    ...(named.length > 0 ? [makeSure] : []),
    ...(off.length > 0 ? [decide(off)] : []),
    ...(listed.length > 0 ? [stopMaps(listed)] : []),
  ];
}

/** Only maps that exist can be started. */
export function startMaps(targets: readonly CleanupTarget[]): readonly CleanupStep[] {
  const names = new Set([
    ...mapNames(targets, 'listed'),
    ...mapNames(targets, 'off'),
    ...namesOf(targets.filter(isNamed)),
  ]);
  if (names.size === 0) return [];
  return [
    {
      title: 'Start the maps that you need',
      details: ['Starting a map writes its configuration again, on both sides.', ...[...names].map(mapLine)],
      performedBy: ['finops-system-administrator'],
      destroys: null,
    },
  ];
}

/** How to check that the rest works. */
export function verify(targets: readonly CleanupTarget[]): CleanupStep {
  const found = targets.flatMap((target) => (isNamed(target) ? [] : target.findings.map(({ code }) => code)));
  const codes = found.length === 0 ? ['DWDVEV1004', 'DWFOEV1004'] : [...new Set(found)].sort();
  return {
    title: 'Make sure that it works',
    details: [
      'For each map that you started, create one test record on each side, and check that it arrives on the other.',
      `Capture the facts again and run the check: ${codes.join(', ')} must no longer name what was deleted.`,
    ],
    performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
    destroys: null,
  };
}

const makeSure: CleanupStep = {
  title: 'Make sure that the rows are left over',
  details: [
    'Nothing here proves that. Run the check: its findings name the rows that are left over, and a plan that is made from its report names only those.',
    'On the Dual-write page, Environment details shows the address of the linked Dataverse environment. A row with that address whose map exists is correct, and must be kept.',
    'If the map is stopped and a row of it remains, it is left over.',
  ],
  performedBy: ['finops-system-administrator'],
  destroys: null,
};

function decide(names: readonly string[]): CleanupStep {
  return {
    title: 'Decide which maps you need',
    details: [
      'These maps do not run. If you need one, run it on the Dual-write page: that writes its configuration again, and nothing of it has to be deleted. Delete only the rows of those that you do not need.',
      ...names.map(mapLine),
    ],
    performedBy: ['finops-system-administrator'],
    destroys: null,
  };
}

function stopMaps(names: readonly string[]): CleanupStep {
  return {
    title: 'Stop the affected maps',
    details: [
      'On the Dual-write page, select each of them that runs and choose Stop. If the environments have been linked again since, stop all maps.',
      'A map that is Initializing or Resuming offers no action: wait until it is Running.',
      ...names.map(mapLine),
    ],
    performedBy: ['finops-system-administrator'],
    destroys: null,
  };
}

function mapLine(name: string): string {
  return `Map: ${name}`;
}

interface Sides {
  readonly finopsEntity?: string | undefined;
  readonly dataverseTable?: string | undefined;
}

function mapNames(targets: readonly CleanupTarget[], map: StaleRow['map']): readonly string[] {
  return namesOf(
    targets.flatMap((target): readonly Sides[] => {
      if (target.type === 'project-configuration') return target.rows?.filter((row) => row.map === map) ?? [];
      if (target.type === 'runtime-configuration' && target.map === map) return [sidesIn(target.mapName ?? '')];
      return [];
    }),
  );
}

/** `Customers V3 – accounts`, each map once, although the two sides name its table differently. */
function namesOf(maps: readonly Sides[]): readonly string[] {
  const seen = new Set<string>();
  return maps.flatMap(({ finopsEntity = '', dataverseTable = '' }) => {
    const name = [finopsEntity, dataverseTable].filter((side) => side !== '').join(' – ');
    const isKnown = tableKeys(dataverseTable).some((key) => seen.has(`${nameKey(finopsEntity)}\n${key}`));
    if (name === '' || isKnown) return [];
    seen.add(`${nameKey(finopsEntity)}\n${nameKey(dataverseTable)}`);
    return [name];
  });
}

/** `accounts - Customers V3`: the table first. */
function sidesIn(name: string): Sides {
  const [dataverseTable = '', ...rest] = name.split(' - ');
  return { dataverseTable, finopsEntity: rest.join(' - ') };
}
