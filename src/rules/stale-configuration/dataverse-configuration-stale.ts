import { completeValue } from '../../facts/fact.js';
import { cleanUpDataverse, reviewConfiguration } from '../remediation/clean-up-configuration.js';
import { resetDualWrite } from '../remediation/reset-dual-write.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, inconclusive, judgeEach, missing } from '../verdict.js';
import { matchRows } from './match-rows.js';
import { type RuntimeArgs, runtimeArgs, runtimeInWords, runtimeSubject } from './runtime-findings.js';

/** `DWDVEV1004`: Dataverse must hold no runtime configuration that belongs to no map. @public */
export const dataverseConfigurationStale = defineCatalogueRule({
  code: 'DWDVEV1004',
  slug: 'dataverse-configuration-stale',
  title: 'Stale configuration in Dataverse',
  origin: 'documented',
  validation: 'StaleConfiguration',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'Dataverse holds a dual-write runtime configuration that does not belong to any map: the environments are not linked, or it belongs to a map that does not exist.',
  impact:
    'The plug-in continues to send changes to an environment or a map that no longer exists; saving rows fails or hangs.',
  needs: ['link', 'runtimeConfigurations'],
  mayBePartial: ['runtimeConfigurations'],
  uses: ['entityMaps'],
  evaluate: ({ link, runtimeConfigurations, entityMaps }, { derive }) => {
    const maps = completeValue(entityMaps);
    if (link.linked && maps === undefined && runtimeConfigurations.length > 0)
      return inconclusive(missing('entityMaps'));
    const matches = link.linked && maps !== undefined ? derive(matchRows, runtimeConfigurations, maps) : undefined;
    return judgeEach(runtimeConfigurations, (row, index) => {
      if (matches?.activityAt(index) !== undefined) return undefined;
      return finding(runtimeSubject(row), { ...runtimeArgs(row), linked: link.linked });
    });
  },
  message: ({ linked, ...args }: RuntimeArgs & { linked: boolean }, subject) =>
    `${runtimeInWords(args, subject)}: ${linked ? 'no map matches it' : 'left over from an earlier link'}`,
  remediation: {
    summary:
      'Find out which of the rows that the findings name are leftovers, and delete only those. Running maps need their rows.',
    options: [reviewConfiguration, cleanUpDataverse, resetDualWrite],
  },
  sources: [sources.healthCheck, sources.liveSync],
});
