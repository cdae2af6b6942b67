import { completeValue } from '../../facts/fact.js';
import { hostKey, isBlank, nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import {
  cleanUpFinopsWithExcel,
  cleanUpFinopsWithSql,
  reviewConfiguration,
} from '../remediation/clean-up-configuration.js';
import { resetDualWrite } from '../remediation/reset-dual-write.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { matchRows } from './map-matching.js';
import { projectSubject } from './project-subject.js';

type Cause = 'not-linked' | 'blank-url' | 'foreign-url' | 'no-map' | 'no-project';

const causesInWords: Readonly<Record<Cause, string>> = {
  'not-linked': 'is left over from a former link',
  'blank-url': 'has no Dataverse address',
  'foreign-url': 'points to another Dataverse environment',
  'no-map': 'belongs to no map',
  'no-project': 'has field mappings without a project',
};

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
    'Finance and operations holds a dual-write configuration that no map accounts for, that has no address or the address of another Dataverse environment, or field mappings whose project is gone.',
  impact:
    'Saving a record fails with messages about payloads and empty addresses, or data goes to the wrong environment.',
  needs: ['link', 'projectConfigurations'],
  uses: ['entityMaps', 'fieldConfigurations'],
  evaluate: ({ link, projectConfigurations, entityMaps, fieldConfigurations }, { derive }) => {
    const maps = completeValue(entityMaps);
    const matches = link.linked && maps !== undefined ? derive(matchRows, projectConfigurations, maps) : undefined;
    const linkedHost = hostKey(link.dataverseUrl);
    const isLinkedUrl = comparisonWith(linkedHost);

    const causesOf = (row: Facts['projectConfigurations'][number], index: number): readonly Cause[] => {
      if (!link.linked) return ['not-linked'];
      const causes: Cause[] = [];
      if (isBlank(row.externalUrl)) causes.push('blank-url');
      else if (linkedHost !== undefined && !isLinkedUrl(row.externalUrl)) causes.push('foreign-url');
      if (matches !== undefined && matches.activities[index] === undefined) causes.push('no-map');
      return causes;
    };
    const fields = completeValue(fieldConfigurations);
    const orphans = fields === undefined ? [] : withoutProject(fields, projectConfigurations);

    return judgeEach(
      // The places of project configurations, which come first, are those of their matches.
      [...projectConfigurations, ...orphans],
      (row, index) => {
        const project = projectConfigurations[index];
        if (project === undefined) {
          const id = isBlank(row.projectName) ? '(no project name)' : row.projectName.trim();
          return finding({ kind: 'field-configuration', id }, { causes: ['no-project' as Cause], rows: 1 });
        }
        const causes = causesOf(project, index);
        if (causes.length > 0) return finding(projectSubject(project), { causes: [...causes], rows: 1 });
        const isUrlOpen = link.linked && linkedHost === undefined;
        return isUrlOpen ? missing('link', 'dataverseUrl') : undefined;
      },
      {
        merge: (a, b) => ({ causes: [...new Set([...a.causes, ...b.causes])].sort(), rows: a.rows + b.rows }),
      },
    );
  },
  message: ({ causes }: { causes: readonly Cause[]; rows: number }, { kind, id, name }) =>
    `the ${kind === 'field-configuration' ? 'field' : 'project'} configuration ${name ?? id} ${causes
      .map((cause) => causesInWords[cause])
      .join(' and ')}`,
  remediation: {
    summary: 'Find out which rows are left over or point elsewhere, and delete those. Running maps need theirs.',
    options: [reviewConfiguration, cleanUpFinopsWithExcel, cleanUpFinopsWithSql, resetDualWrite],
  },
  sources: [sources.healthCheck, sources.liveSync],
});

/** Whether an address leads to `host`, worked out once per distinct text: reading a URL costs more than all the rest. */
function comparisonWith(host: string | undefined): (url: string) => boolean {
  const known = new Map<string, boolean>();
  return (url) => {
    const earlier = known.get(url);
    if (earlier !== undefined) return earlier;
    const answer = hostKey(url) === host;
    known.set(url, answer);
    return answer;
  };
}

function withoutProject(
  fields: Facts['fieldConfigurations'],
  projects: Facts['projectConfigurations'],
): Facts['fieldConfigurations'] {
  const names = new Set(projects.map(({ projectName }) => nameKey(projectName)));
  return fields.filter(({ projectName }) => !names.has(nameKey(projectName)));
}
