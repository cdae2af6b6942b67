import {
  cleanUpFinopsWithExcel,
  cleanUpFinopsWithSql,
  reviewConfiguration,
} from '../remediation/clean-up-configuration.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { whyNotLinked } from './linked-companies.js';
import { matchRows } from './map-matching.js';
import { projectSubject } from './project-subject.js';

type Cause = 'deleted' | 'map-off';

/** `DWFOEV9307`: finance and operations should hold no configuration of a map that is off, nor one marked as deleted. @public */
export const finopsConfigurationOfStoppedMap = defineCatalogueRule({
  code: 'DWFOEV9307',
  slug: 'finops-configuration-of-stopped-map',
  title: 'Finance and operations configuration of a stopped map',
  origin: 'documented-check',
  validation: 'StaleConfiguration',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'Finance and operations still holds the configuration of a map that does not run, or one that is marked as deleted.',
  impact: 'Saving records of that entity may fail, although its map was stopped.',
  needs: ['link', 'projectConfigurations', 'entityMaps'],
  mayBePartial: ['projectConfigurations'],
  notApplicable: ({ link }) => whyNotLinked(link),
  evaluate: ({ projectConfigurations, entityMaps }, { derive }) => {
    const { activities } = derive(matchRows, projectConfigurations, entityMaps);
    return judgeEach(
      projectConfigurations,
      (row, index) => {
        const activity = activities[index];
        const causes: Cause[] = [];
        if (row.deleted === true) causes.push('deleted');
        if (activity === 'off') causes.push('map-off');
        if (causes.length > 0) return finding(projectSubject(row), { causes });
        if (activity === 'unknown') return missing('entityMaps', 'state');
        return row.deleted == null ? missing('projectConfigurations', 'deleted') : undefined;
      },
      { merge: (a, b) => ({ causes: [...new Set([...a.causes, ...b.causes])].sort() }) },
    );
  },
  message: ({ causes }: { causes: readonly Cause[] }, { id, name }) =>
    `the project configuration ${name ?? id} ${causes
      .map((cause) => ({ deleted: 'is marked as deleted', 'map-off': 'belongs to a map that does not run' })[cause])
      .join(' and ')}`,
  remediation: {
    summary: 'Run the map if it is wanted; otherwise delete what it left behind.',
    options: [reviewConfiguration, cleanUpFinopsWithExcel, cleanUpFinopsWithSql],
  },
  sources: [sources.liveSync],
});
