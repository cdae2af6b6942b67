import { activityOf, mapsThatMayRun, whyNoMapRuns } from '../../maps/map-activity.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { whyNotLinked } from './linked-companies.js';
import { mapSubject } from './map-subject.js';
import { matchRows } from './match-rows.js';

/** `DWFOEV9305`: a running map should have its configuration in finance and operations. @public */
export const runningMapWithoutConfiguration = defineCatalogueRule({
  code: 'DWFOEV9305',
  slug: 'running-map-without-configuration',
  title: 'Running map without configuration',
  origin: 'library',
  validation: 'StaleConfiguration',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'A map is running, but finance and operations has no configuration for it. A map whose columns all flow only from Dataverse may have none.',
  impact: 'Changes in finance and operations do not reach Dataverse, although the map shows as running.',
  needs: ['link', 'entityMaps', 'projectConfigurations'],
  notApplicable: ({ link, entityMaps }) => whyNotLinked(link) ?? whyNoMapRuns(entityMaps),
  evaluate: ({ entityMaps, projectConfigurations }, { derive }) => {
    const { isMatched } = derive(matchRows, projectConfigurations, entityMaps);
    return judgeEach(mapsThatMayRun(entityMaps), (map) => {
      if (isMatched(map)) return undefined;
      return activityOf(map) === 'runs'
        ? finding(mapSubject(map), { state: map.state })
        : missing('entityMaps', 'state');
    });
  },
  message: ({ state }: { state: string }, { id }) => `the map ${id} is ${state} but has no project configuration`,
  remediation: {
    summary: 'Restart the map so that it writes its configuration, unless its data only flows from Dataverse.',
    options: [
      {
        title: 'Restart the map',
        steps: [
          'On the Dual-write page (Data management > Dual-write), open the map and look at its directions: if every column flows only from Dataverse, nothing is wrong.',
          'Otherwise stop the map at a time at which nobody edits its data, and run it again; clear Initial Sync if the data already exists.',
          'Change a record in finance and operations and check that it arrives in Dataverse.',
          'If the configuration is still missing, open a support request with the project name of the map.',
        ],
        performedBy: ['finops-system-administrator', 'microsoft-support'],
        destroys: null,
        links: [links.enableMaps, links.liveSync],
      },
    ],
  },
  sources: [sources.liveSync, sources.enableMaps],
});
