import { parseVersion } from '../facts/version-number.js';
import type { Fault } from '../fault.js';
import { compareMapVersions, isParkedVersion } from '../maps/map-version.js';
import type { HealthReport } from '../report/report.js';
import * as links from '../rules/remediation/links.js';
import type { RemediationOption } from '../rules/remediation/remediation.js';
import type { DualWriteSolution } from './dual-write-solution.js';
import { namesOf, publisherKeyOf } from './publisher-key.js';
import { solutionName } from './solution-name.js';

/**
 * How to export a solution.
 * @public
 */
export interface ExportOptions {
  /** The version of the export: two to four numbers, higher than earlier ones. */
  readonly version: string;
  /** Managed is recommended: it cannot be changed after import, and it can be uninstalled. */
  readonly managed: boolean;
  /** A report about the maps, of the validator `mapDesign`. If left out, it is not known whether the maps are valid. */
  readonly validation?: Pick<HealthReport, 'health'> | undefined;
  /** Export although it is not known whether the maps are valid. A report with errors is never accepted. */
  readonly acceptUnknownValidation?: boolean | undefined;
  /** Versions that were exported before or are installed somewhere; the version of the solution itself always counts. */
  readonly previousVersions?: readonly string[] | undefined;
}

/**
 * Why a solution is not exported, and what to do.
 * @public
 */
export type ExportFault = Fault & { readonly whatToDo: string } & (
    | { readonly type: 'managed' }
    | { readonly type: 'managed-unknown' }
    | { readonly type: 'no-maps' }
    /** A solution and its maps have one publisher. */
    | { readonly type: 'other-publisher'; readonly map: string; readonly publisher: string | null }
    | { readonly type: 'publisher-unknown' }
    /** `status` is that of the report; `unknown` also where there is none. */
    | { readonly type: 'not-validated'; readonly status: 'unhealthy' | 'unknown' }
    | { readonly type: 'broken-map'; readonly map: string }
    | { readonly type: 'invalid-version'; readonly version: string }
    | { readonly type: 'version-not-raised'; readonly version: string; readonly newest: string }
    | { readonly type: 'incomparable-version'; readonly version: string }
  );

/**
 * How a solution is exported. Plain JSON.
 * @public
 */
export interface ExportPlan {
  /** `obstructed`: there are obstacles, and no steps until they are removed. */
  readonly verdict: 'clear' | 'obstructed';
  readonly obstacles: readonly ExportFault[];
  /** Its name; `null` if its files do not say it. */
  readonly solution: string | null;
  readonly version: string;
  readonly managed: boolean;
  readonly maps: readonly string[];
  /** Warnings, which do not prevent the export. */
  readonly warnings: readonly string[];
  readonly steps: readonly RemediationOption[];
}

/**
 * Plans the export of a solution: one publisher for all maps, maps that are validated and without errors, a higher version, and
 * managed unless there is a reason against it. All problems are reported at once.
 *
 * Source: *Application lifecycle management*, 2020-03.
 *
 * @example
 * ```ts
 * planExport(solution, { version: '1.0.0.1', managed: true, validation: report });
 * ```
 * @public
 */
export function planExport(solution: DualWriteSolution, options: ExportOptions): ExportPlan {
  const obstacles = [
    ...faultsOfKind(solution),
    ...faultsOfMaps(solution),
    ...faultsOfValidation(options),
    ...faultsOfVersion(solution, options),
  ];
  const { version, managed } = options;
  const names = [...new Set(solution.maps.map(({ name }) => name))];
  const isAccepted =
    options.validation?.health !== 'healthy' && obstacles.every(({ type }) => type !== 'not-validated');
  return {
    verdict: obstacles.length === 0 ? 'clear' : 'obstructed',
    obstacles,
    solution: solution.uniqueName,
    version,
    managed,
    maps: names,
    warnings: [
      ...(managed ? [] : [unmanagedWarning]),
      ...(isAccepted ? ['Whether the maps are valid is not known; that was accepted.'] : []),
      ...(names.length === solution.maps.length
        ? []
        : ['It contains several versions of a map: the person who applies it must choose one.']),
    ],
    steps: obstacles.length === 0 ? stepsOf(solution, options) : [],
  };
}

const unmanagedWarning =
  'An unmanaged export overwrites changes in the environment that imports it, and uninstalling it leaves its maps there. Managed is recommended.';

function faultsOfKind({ isManaged }: DualWriteSolution): readonly ExportFault[] {
  if (isManaged === false) return [];
  if (isManaged === null) {
    const whatToDo = 'Find out whether the solution is managed: then it cannot be exported.';
    return [{ type: 'managed-unknown', because: 'whether the solution is managed is not known', whatToDo }];
  }
  const because = 'a managed solution can be neither changed nor exported again';
  return [{ type: 'managed', because, whatToDo: 'Export it where it is unmanaged.' }];
}

function faultsOfMaps({ maps, publisher }: DualWriteSolution): readonly ExportFault[] {
  if (maps.length === 0) {
    const because = 'the solution has no table map';
    return [{ type: 'no-maps', because, whatToDo: 'Add the table maps to the solution first.' }];
  }
  const broken = maps
    .filter(({ mapping }) => mapping === undefined)
    .map(({ name }): ExportFault => {
      const because = `the mapping of ${name} cannot be read`;
      return {
        type: 'broken-map',
        because,
        map: name,
        whatToDo: 'Save the map again, or remove it from the solution.',
      };
    });
  const expected = namesOf(publisher);
  if (expected.length === 0) {
    const because = 'the publisher of the solution is not known';
    return [...broken, { type: 'publisher-unknown', because, whatToDo: 'Find out who it is.' }];
  }
  const publisherKey = publisherKeyOf(publisher);
  const strangers = maps.filter((map) => publisherKey(map.publisher) !== publisherKey(expected[0]));
  const whatToDo = 'Save the map under the publisher of the solution, or remove it.';
  return [
    ...broken,
    ...strangers.map(({ name, publisher: other = null }): ExportFault => {
      const because = `${name} is from ${other ?? 'no publisher'}, but the solution is from ${expected.join(', ')}`;
      return { type: 'other-publisher', because, map: name, publisher: other, whatToDo };
    }),
  ];
}

function faultsOfValidation({ validation, acceptUnknownValidation = false }: ExportOptions): readonly ExportFault[] {
  const status = validation?.health ?? 'unknown';
  if (status === 'healthy' || (status === 'unknown' && acceptUnknownValidation)) return [];
  const [because, whatToDo] =
    status === 'unhealthy'
      ? ['the maps have errors', 'Fix the findings of the report, and check the maps again.']
      : ['whether the maps are valid is not known', 'Check the maps with mapDesign and give its report.'];
  return [{ type: 'not-validated', because, status, whatToDo }];
}

function faultsOfVersion(
  solution: DualWriteSolution,
  { version, previousVersions = [] }: ExportOptions,
): readonly ExportFault[] {
  if (parseVersion(version) === undefined || isParkedVersion(version)) {
    const because = `${version} is not a version of two to four numbers that can be exported`;
    return [{ type: 'invalid-version', because, version, whatToDo: 'Give a version such as 1.0.0.1.' }];
  }
  const previous = [...(solution.version === null ? [] : [solution.version]), ...previousVersions];
  const strange = previous.find((one) => parseVersion(one) === undefined);
  if (strange !== undefined) {
    const because = `the earlier version ${strange} is not a version of two to four numbers`;
    const whatToDo = 'Correct the earlier version.';
    return [{ type: 'incomparable-version', because, version: strange, whatToDo }];
  }
  const [newest] = [...previous].sort((a, b) => compareMapVersions(b, a) ?? 0);
  if (newest === undefined || (compareMapVersions(version, newest) ?? 0) > 0) return [];
  const because = `version ${version} is not above ${newest}`;
  return [{ type: 'version-not-raised', because, version, newest, whatToDo: `Give a version above ${newest}.` }];
}

function stepsOf(solution: DualWriteSolution, { version, managed }: ExportOptions): readonly RemediationOption[] {
  const common = { performedBy: ['system-customizer'], destroys: null, links: [links.lifecycle] } as const;
  return [
    {
      title: 'Check the solution',
      steps: [
        'Run the maps of the solution and check that rows arrive on both sides.',
        `In the Power Apps maker portal, under Solutions, select ${solution.displayName ?? solutionName(solution)} and run the Solution checker.`,
        'Continue if it finds no problems.',
      ],
      ...common,
    },
    {
      title: `Export it as ${managed ? 'managed' : 'unmanaged'}, version ${version}`,
      steps: [
        'Select Export, and Publish on the first page, so that the latest changes are included.',
        `Select Next, set the version to ${version}, and choose ${managed ? 'Managed' : 'Unmanaged'}.`,
        'Select Export, and keep the downloaded .zip file.',
      ],
      ...common,
    },
    {
      title: 'Try it in another environment',
      steps: [
        'Plan the import first: maps plan SOLUTION.zip --against SNAPSHOT ROWS.',
        'Import and apply the .zip file in a test environment.',
        'Make sure that every map is listed with the expected content: maps verify SOLUTION.zip --against ROWS.',
      ],
      performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
      destroys: null,
      links: [links.lifecycle],
    },
  ];
}
