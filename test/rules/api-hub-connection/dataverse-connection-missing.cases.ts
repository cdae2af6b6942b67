import { known, unknown } from '../../../src/facts/fact.js';
import { dataverseConnectionMissing } from '../../../src/rules/api-hub-connection/dataverse-connection-missing.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const id = 'e0000000-0000-0000-0000-000000000001';
const own = make.connection({
  id,
  connector: 'shared_commondataserviceforapps',
  targetUrl: 'https://contoso.crm4.dynamics.com',
});
const link = (differing: Parameters<typeof make.link>[0] = {}) => known(make.link(differing));

export default {
  rule: dataverseConnectionMissing,
  passed: [
    {
      when: 'the id of the connection has capitals and braces where the link writes it without',
      facts: {
        link: link({ connectionIds: [id] }),
        apiHubConnections: known([{ ...own, id: `{${id.toUpperCase()}}`, targetUrl: null }]),
      },
      checked: 1,
    },
    {
      when: 'the ids that the link names are blank, and a connection leads there',
      facts: { link: link({ connectionIds: [' '] }), apiHubConnections: known([own]) },
      checked: 1,
    },
    {
      when: 'it uses an older connector, whose name differs in letter case and blanks',
      facts: { link: link(), apiHubConnections: known([{ ...own, connector: ' Shared_DynamicsCrmOnline ' }]) },
      checked: 1,
    },
    {
      when: 'it uses the second of the older connectors',
      facts: { link: link(), apiHubConnections: known([{ ...own, connector: 'shared_commondataservice' }]) },
      checked: 1,
    },
    {
      when: 'a connection leads to the linked environment',
      facts: { link: link(), apiHubConnections: known([own]) },
      checked: 1,
    },
    {
      when: 'its address differs from the linked one only in form',
      facts: {
        link: link(),
        apiHubConnections: known([{ ...own, targetUrl: 'https://contoso.api.crm4.dynamics.com/' }]),
      },
      checked: 1,
    },
    {
      when: 'the link names the connection by its id',
      facts: {
        link: link({ connectionIds: [`{${id.toUpperCase()}}`] }),
        apiHubConnections: known([{ ...own, targetUrl: null }]),
      },
      checked: 1,
    },
    {
      when: 'the linked address is not known and the link names the connection',
      facts: { link: link({ dataverseUrl: null, connectionIds: [id] }), apiHubConnections: known([own]) },
      checked: 1,
    },
    {
      when: 'it is not known whether connections are used, and one leads there',
      facts: { link: link({ apiHub: 'unknown' }), apiHubConnections: known([own]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the connection that the link names leads to another environment',
      facts: {
        link: link({ connectionIds: [id] }),
        apiHubConnections: known([{ ...own, targetUrl: 'https://fabrikam.example.com' }]),
      },
      subjects: ['connection dataverse'],
      args: [{}],
    },
    {
      when: 'there is no connection',
      facts: { link: link(), apiHubConnections: known([]) },
      subjects: ['connection dataverse'],
      args: [{}],
    },
    {
      when: 'the only connection is of the other side',
      facts: { link: link(), apiHubConnections: known([{ ...own, connector: 'shared_dynamicsax' }]) },
      subjects: ['connection dataverse'],
      args: [{}],
    },
    {
      when: 'the only connection leads to another environment',
      facts: { link: link(), apiHubConnections: known([{ ...own, targetUrl: 'https://fabrikam.example.com' }]) },
      subjects: ['connection dataverse'],
      args: [{}],
    },
    {
      when: 'the link names a connection that does not exist',
      facts: { link: link({ connectionIds: ['other'] }), apiHubConnections: known([own]) },
      subjects: ['connection dataverse'],
      args: [{}],
    },
    {
      when: 'the link names one that does not exist, although it is not known whether connections are used',
      facts: { link: link({ apiHub: 'unknown', connectionIds: ['other'] }), apiHubConnections: known([]) },
      subjects: ['connection dataverse'],
      args: [{}],
    },
  ],
  notApplicable: [
    { when: 'the environments are not linked', facts: { link: link({ linked: false }), apiHubConnections: known([]) } },
    {
      when: 'the link works without such connections, whatever could be read',
      facts: { link: link({ apiHub: 'bypassed' }), apiHubConnections: unknown('not-permitted') },
    },
    {
      when: 'the link supports repairing the connection: another rule reports it',
      facts: { link: link({ connectionFix: true }), apiHubConnections: known([]) },
    },
  ],
  inconclusive: [
    {
      when: 'neither the linked address nor that of the connection is known',
      facts: { link: link({ dataverseUrl: null }), apiHubConnections: known([{ ...own, targetUrl: null }]) },
      missing: ['link.connectionIds'],
    },
    {
      when: 'the address of the only connection cannot be read',
      facts: { link: link(), apiHubConnections: known([{ ...own, targetUrl: 'https://' }]) },
      missing: ['link.connectionIds'],
    },
    {
      when: 'the linked address cannot be read',
      facts: { link: link({ dataverseUrl: 'https://' }), apiHubConnections: known([own]) },
      missing: ['link.connectionIds'],
    },
    {
      when: 'the connections could not be read',
      facts: { link: link(), apiHubConnections: unknown('not-permitted') },
      missing: ['apiHubConnections'],
    },
    {
      when: 'only some of the connections were seen',
      facts: { link: link(), apiHubConnections: known([own], { coverage: 'partial' }) },
      missing: ['apiHubConnections'],
    },
    {
      when: 'there is none, and it is not known whether one is needed',
      facts: { link: link({ apiHub: 'unknown' }), apiHubConnections: known([]) },
      missing: ['link.apiHub'],
    },
    {
      when: 'it is not known where the only connection leads',
      facts: { link: link({ connectionIds: [] }), apiHubConnections: known([{ ...own, targetUrl: null }]) },
      missing: ['link.connectionIds'],
    },
    {
      when: 'the linked address is not known',
      facts: { link: link({ dataverseUrl: null }), apiHubConnections: known([own]) },
      missing: ['link.connectionIds'],
    },
    { when: 'the link is not known', facts: { apiHubConnections: known([own]) }, missing: ['link'] },
  ],
} satisfies RuleCases;
