import {
  cleanUpFinopsWithExcel,
  cleanUpFinopsWithSql,
  reviewConfiguration,
} from '../remediation/clean-up-configuration.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { type MissingFact, missing } from '../verdict.js';
import { whyNotLinked } from './linked-companies.js';
import { matchRows } from './match-rows.js';
import { judgeProjects, type ProjectArgs, projectInWords, type RowProblem } from './project-findings.js';

type Cause = 'deleted' | 'map-off';

const causesInWords: Readonly<Record<Cause, string>> = {
  deleted: 'marked as deleted',
  'map-off': 'its map does not run',
};

/**
 * `DWFOEV9307`: finance and operations should hold no configuration of a map that is off, nor one marked as deleted.
 * @public
 */
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
    const { activityAt } = derive(matchRows, projectConfigurations, entityMaps);
    return judgeProjects(
      projectConfigurations,
      ({ deleted }, index): RowProblem<Cause> | MissingFact | undefined => {
        const isOff = activityAt(index) === 'off';
        if (deleted === true) return { causes: isOff ? ['deleted', 'map-off'] : ['deleted'] };
        if (isOff) return { causes: ['map-off'] };
        if (activityAt(index) === 'unknown') return missing('entityMaps', 'state');
        return deleted == null ? missing('projectConfigurations', 'deleted') : undefined;
      },
      ({ args }) => args,
    );
  },
  message: (args: ProjectArgs<Cause>, subject) =>
    `${projectInWords(args, subject)}: ${args.causes.map((cause) => causesInWords[cause]).join('; ')}`,
  remediation: {
    summary: 'Run the map if you need it; otherwise delete the rows that the findings name.',
    options: [reviewConfiguration, cleanUpFinopsWithExcel, cleanUpFinopsWithSql],
  },
  sources: [sources.liveSync],
});
