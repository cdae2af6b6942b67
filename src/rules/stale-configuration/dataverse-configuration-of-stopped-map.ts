import { cleanUpDataverse, reviewConfiguration } from '../remediation/clean-up-configuration.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { whyNotLinked } from './linked-companies.js';
import { matchRows } from './match-rows.js';
import { type RuntimeArgs, runtimeArgs, runtimeInWords, runtimeSubject } from './runtime-findings.js';

/** `DWDVEV9304`: Dataverse should hold no runtime configuration of a map that is off. @public */
export const dataverseConfigurationOfStoppedMap = defineCatalogueRule({
  code: 'DWDVEV9304',
  slug: 'dataverse-configuration-of-stopped-map',
  title: 'Dataverse configuration of a stopped map',
  origin: 'documented-check',
  validation: 'StaleConfiguration',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'Dataverse still holds the runtime configuration of a map that does not run.',
  impact: 'The plug-in may continue to send changes of a table whose map was stopped on purpose.',
  needs: ['link', 'runtimeConfigurations', 'entityMaps'],
  mayBePartial: ['runtimeConfigurations'],
  notApplicable: ({ link }) => whyNotLinked(link),
  evaluate: ({ runtimeConfigurations, entityMaps }, { derive }) => {
    const { activityAt } = derive(matchRows, runtimeConfigurations, entityMaps);
    return judgeEach(runtimeConfigurations, (row, index) => {
      const activity = activityAt(index);
      if (activity === 'unknown') return missing('entityMaps', 'state');
      if (activity !== 'off') return undefined;
      return finding(runtimeSubject(row), runtimeArgs(row));
    });
  },
  message: (args: RuntimeArgs, subject) => `${runtimeInWords(args, subject)}: its map does not run`,
  remediation: {
    summary: 'Run the map if you need it; otherwise delete the rows that the findings name.',
    options: [reviewConfiguration, cleanUpDataverse],
  },
  sources: [sources.liveSync],
});
