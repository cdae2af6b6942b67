import { known, unknown } from '../../../src/facts/fact.js';
import { contactsMapBesideParty } from '../../../src/rules/operations/contacts-map-beside-party.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const parties = make.entityMap({
  name: 'msdyn_parties - CDS Parties',
  dataverseTable: 'msdyn_parties',
  finopsEntity: 'CDS Parties',
});
const contacts = make.entityMap({
  name: 'contacts - CDS Contacts V2',
  dataverseTable: 'contacts',
  finopsEntity: 'CDS Contacts V2',
});
const ofVendors = { ...contacts, name: 'contacts - CDS Contacts V2 (vendors)' };
const maps = (...all: readonly (typeof contacts)[]) => ({ entityMaps: known(all) });

export default {
  rule: contactsMapBesideParty,
  passed: [
    { when: 'there is no map of contacts', facts: maps(parties, make.entityMap()), checked: 0 },
    { when: 'there is no map of parties', facts: maps(contacts), checked: 1 },
    {
      when: 'the maps of contacts do not run',
      facts: maps(parties, { ...contacts, state: 'stopped' }, { ...ofVendors, state: 'not-running' }),
      checked: 2,
    },
    { when: 'the map of parties does not run', facts: maps({ ...parties, state: 'stopped' }, contacts), checked: 1 },
    {
      when: 'it is not known whether the map of contacts runs, and that of parties does not',
      facts: maps({ ...parties, state: 'not-running' }, { ...contacts, state: 'unknown' }),
      checked: 1,
    },
    {
      when: 'other maps of the same entity or the same table run',
      facts: maps(
        parties,
        { ...contacts, finopsEntity: 'Customers V3' },
        { ...contacts, finopsEntity: 'Contacts V2', dataverseTable: 'msdyn_contactforparties' },
        { ...contacts, dataverseTable: 'msdyn_contactforparties' },
      ),
      checked: 0,
    },
  ],
  failed: [
    {
      when: 'the map of contacts runs',
      facts: maps(parties, contacts),
      subjects: ['entity-map contacts - CDS Contacts V2'],
      args: [{}],
    },
    {
      when: 'both maps of contacts run, one of them initializing and the other paused',
      facts: maps({ ...ofVendors, state: 'initializing' }, parties, { ...contacts, state: 'paused' }),
      subjects: ['entity-map contacts - CDS Contacts V2', 'entity-map contacts - CDS Contacts V2 (vendors)'],
      args: [{}, {}],
    },
    {
      when: 'the two maps of contacts have one name, and one of them runs',
      facts: maps({ ...contacts, state: 'stopped' }, { ...contacts, state: 'resuming' }, parties),
      subjects: ['entity-map contacts - CDS Contacts V2'],
      args: [{}],
    },
    {
      when: 'the tables are named by their logical names, in different letter case and with blanks',
      facts: maps(
        { ...parties, dataverseTable: ' MSDYN_PARTY ' },
        {
          ...contacts,
          name: ' CDS Contacts V2 (contacts) ',
          dataverseTable: 'Contact',
          finopsEntity: ' cds contacts v2',
        },
      ),
      subjects: ['entity-map CDS Contacts V2 (contacts)'],
      args: [{}],
    },
    {
      when: 'one map of parties runs, and it is not known whether another map of contacts does',
      facts: maps({ ...parties, state: 'stopped' }, parties, contacts, { ...ofVendors, state: 'unknown' }),
      subjects: ['entity-map contacts - CDS Contacts V2'],
      args: [{}],
      missing: ['entityMaps.state'],
    },
  ],
  notApplicable: { never: 'it looks for what must not be' },
  inconclusive: [
    {
      when: 'it is not known whether the map of contacts runs',
      facts: maps(parties, { ...contacts, state: 'unknown' }),
      missing: ['entityMaps.state'],
    },
    {
      when: 'it is not known whether the map of parties runs',
      facts: maps({ ...parties, state: 'unknown' }, { ...parties, state: 'stopped' }, contacts),
      missing: ['entityMaps.state'],
    },
    {
      when: 'it is not known for either of them whether it runs',
      facts: maps({ ...parties, state: 'unknown' }, { ...contacts, state: 'unknown' }),
      missing: ['entityMaps.state'],
    },
    { when: 'the maps could not be read', facts: { entityMaps: unknown('not-permitted') }, missing: ['entityMaps'] },
    {
      when: 'only some of the maps were seen',
      facts: { entityMaps: known([parties, contacts], { coverage: 'partial' }) },
      missing: ['entityMaps'],
    },
  ],
} satisfies RuleCases;
