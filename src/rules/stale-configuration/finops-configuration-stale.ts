import { completeValue } from '../../facts/fact.js';
import { groupsBy } from '../../facts/groups-by.js';
import { hostKey, isBlank, nameKey } from '../../facts/keys.js';
import { oncePerText } from '../../facts/once.js';
import type { Facts } from '../../facts/schemas.js';
import {
  cleanUpFinopsWithExcel,
  cleanUpFinopsWithSql,
  reviewConfiguration,
} from '../remediation/clean-up-configuration.js';
import { resetDualWrite } from '../remediation/reset-dual-write.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { type Finding, finding, type MissingFact, missing, onePerSubject } from '../verdict.js';
import { matchRows } from './match-rows.js';
import { judgeProjects, type ProjectArgs, projectInWords, type RowProblem } from './project-findings.js';
import { createProjectIndex } from './project-index.js';

type Cause = 'not-linked' | 'blank-url' | 'unreadable-url' | 'foreign-url' | 'no-map';

/** `addresses` are the hosts that rows name, and `expected` the one that they should name, if that is the problem. */
type RowArgs = ProjectArgs<Cause> & { addresses: string[]; expected: string | null };
type Fields = Facts['fieldConfigurations'];
type FieldArgs = { causes: ['no-project']; rows: number };

/** `DWFOEV1004`: finance and operations must hold no configuration that belongs to no map or to another environment. @public */
export const finopsConfigurationStale = defineCatalogueRule({
  code: 'DWFOEV1004',
  slug: 'finops-configuration-stale',
  title: 'Stale configuration in finance and operations',
  origin: 'documented',
  validation: 'StaleConfiguration',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'Finance and operations holds a dual-write configuration that does not belong to any map, that has no address or the address of another Dataverse environment, or field mappings whose project no longer exists.',
  impact:
    'Saving a record fails with messages about payloads and empty addresses, or data goes to the wrong environment.',
  needs: ['link', 'projectConfigurations'],
  uses: ['entityMaps', 'fieldConfigurations'],
  evaluate: ({ link, projectConfigurations, entityMaps, fieldConfigurations }, { derive }) => {
    const maps = completeValue(entityMaps);
    const matches = link.linked && maps !== undefined ? derive(matchRows, projectConfigurations, maps) : undefined;
    const linkedHost = hostKey(link.dataverseUrl);

    const isUrlOpen = link.linked && linkedHost === undefined;
    const problemOf = oncePerText((url) => problemOfUrl(url, linkedHost));

    const projects = judgeProjects(
      projectConfigurations,
      ({ externalUrl }, index): RowProblem<Cause> | MissingFact | undefined => {
        if (!link.linked) return { causes: ['not-linked'] };
        const ofUrl = problemOf(externalUrl);
        if (matches === undefined || matches.activityAt(index) !== undefined)
          return ofUrl ?? (isUrlOpen ? missing('link', 'dataverseUrl') : undefined);
        return { ...ofUrl, causes: [...(ofUrl?.causes ?? []), 'no-map'] };
      },
      ({ args, addresses }): RowArgs => {
        const expected = args.causes.some(isOfUrl) ? (linkedHost ?? null) : null;
        return { ...args, addresses, expected };
      },
    );
    const orphans = orphanFields(completeValue(fieldConfigurations) ?? [], projectConfigurations);
    return {
      ...projects,
      checked: projects.checked + orphans.length,
      findings: [...projects.findings, ...onePerSubject(fieldFindings(orphans))],
    };
  },
  message: (args: RowArgs | FieldArgs, subject) => {
    if ('maps' in args) return `${projectInWords(args, subject)}: ${causesInWords(args).join('; ')}`;
    const rows = args.rows === 1 ? '' : `, ${args.rows} rows`;
    return `the field configuration ${subject.id}${rows}: there is no project configuration of its project`;
  },
  remediation: {
    summary:
      'Find out which of the rows that the findings name are leftovers or point to another environment, and delete only those. Running maps need their rows.',
    options: [reviewConfiguration, cleanUpFinopsWithExcel, cleanUpFinopsWithSql, resetDualWrite],
  },
  sources: [sources.healthCheck, sources.liveSync],
});

/** What is wrong with an address. An existing address can be judged only if the linked one is known. */
function problemOfUrl(url: string, linkedHost: string | undefined): RowProblem<Cause> | undefined {
  if (isBlank(url)) return { causes: ['blank-url'] };
  const address = hostKey(url);
  if (linkedHost === undefined || address === linkedHost) return undefined;
  return address === undefined ? { causes: ['unreadable-url'] } : { causes: ['foreign-url'], address };
}

function isOfUrl(cause: Cause): boolean {
  return cause.endsWith('-url');
}

const causeInWords: Readonly<Record<Cause, (addresses: readonly string[]) => string>> = {
  'not-linked': () => 'left over from an earlier link',
  'blank-url': () => 'no Dataverse address',
  'foreign-url': (addresses) => `Dataverse address ${inShort(addresses)}`,
  'unreadable-url': () => 'a Dataverse address that cannot be read',
  'no-map': () => 'no map matches it',
};

function causesInWords({ causes, addresses, expected }: RowArgs): readonly string[] {
  const inWords = (cause: Cause) => causeInWords[cause](addresses);
  const wanted = expected === null ? [] : [`expected ${expected}`];
  const others = causes.filter((cause) => !isOfUrl(cause));
  return [...causes.filter(isOfUrl).map(inWords), ...wanted, ...others.map(inWords)];
}

/** The first of the addresses, and how many more there are. */
function inShort(addresses: readonly string[]): string {
  const shown = addresses.slice(0, 3).join(', ');
  return addresses.length > 3 ? `${shown} and ${addresses.length - 3} more` : shown;
}

/** The field configurations without a project configuration. */
function orphanFields(fields: Fields, projects: Facts['projectConfigurations']): Fields {
  if (fields.length === 0) return [];
  const index = createProjectIndex<object>();
  for (const project of projects) index.keep(project.projectName, (earlier) => earlier ?? project);
  return fields.filter(({ projectName }) => index.find(projectName).length === 0);
}

/** One finding for the field configurations of each project. */
function fieldFindings(orphans: Fields): readonly Finding<FieldArgs>[] {
  return Array.from(groupsBy(orphans, ({ projectName }) => nameKey(projectName)).values(), (rows) => {
    const [id] = rows.map(({ projectName }) => projectName.trim()).sort();
    return finding(
      { kind: 'field-configuration', id: id || '(no project name)' },
      { causes: ['no-project'], rows: rows.length },
    );
  });
}
