import { nameKey, tableKeys } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { activityOf, activityOfAny } from '../../maps/map-activity.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { mapSubject } from '../stale-configuration/map-subject.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { isPartyMap } from './is-party-map.js';

type EntityMap = Facts['entityMaps'][number];

/** `DWDVEV9602`: the maps of CDS Contacts V2 should not run beside the map of parties. @public */
export const contactsMapBesideParty = defineCatalogueRule({
  code: 'DWDVEV9602',
  slug: 'contacts-map-beside-party',
  title: 'Old contacts map runs beside the party model',
  origin: 'documented-check',
  validation: 'Operations',
  severity: 'warning',
  since: '0.2.0',
  meaning:
    'The map of parties runs, so the party and global address book model is in use, and a map of CDS Contacts V2, which Contacts V2 replaces there, still runs.',
  impact: 'Two maps with different rules write contacts, so contacts are created twice, or without their party.',
  needs: ['entityMaps'],
  evaluate: ({ entityMaps }) => {
    const parties = activityOfAny(entityMaps.filter(isPartyMap));
    return judgeEach(entityMaps.filter(isOldContactsMap), (map) => {
      const activity = activityOf(map);
      if (activity === 'off' || parties === 'off') return undefined;
      return activity === 'runs' && parties === 'runs' ? finding(mapSubject(map), {}) : missing('entityMaps', 'state');
    });
  },
  message: (_args: Record<never, never>, { id }) => `the map ${id} runs at the same time as the map of parties`,
  remediation: {
    summary: 'Stop the maps of CDS Contacts V2 and run Contacts V2 (msdyn_contactforparties) instead.',
    options: [
      {
        title: 'Replace the old contacts maps',
        steps: [
          'If contacts were synchronized before the party model was installed, check that they were upgraded to it: in Dataverse, open some contacts and check whether Party ID is filled. If not, first follow the article about the upgrade.',
          'In finance and operations, open Data management > Dual-write.',
          'Choose a time at which nobody edits contacts, select the map of the finding, and select Stop. There are two of these maps, one for customer contacts and one for vendor contacts: stop both.',
          'Select the map Contacts V2 (msdyn_contactforparties) in version 1.0.0.6 or later and select Run. The list of related maps may offer CDS Contacts V2 again: clear its check box.',
          'Create a customer contact on either side, and check that it arrives only once.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.party, links.upgradeParty],
      },
    ],
  },
  sources: [sources.party],
});

function isOldContactsMap({ dataverseTable, finopsEntity }: EntityMap): boolean {
  return nameKey(finopsEntity) === 'cds contacts v2' && tableKeys('contacts').includes(nameKey(dataverseTable));
}
