import { known, unknown } from '../../../src/facts/fact.js';
import { dataverseConnectorDeprecated } from '../../../src/rules/api-hub-connection/dataverse-connector-deprecated.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());

export default {
  rule: dataverseConnectorDeprecated,
  passed: [
    {
      when: 'the connection uses the current connector',
      facts: { link, apiHubConnections: known([make.connection()]) },
      checked: 1,
    },
    {
      when: 'one of two uses the current connector',
      facts: {
        link,
        apiHubConnections: known([
          make.connection({ connector: 'shared_dynamicscrmonline' }),
          make.connection({ id: 'e2', connector: 'SHARED_commondataserviceforapps' }),
        ]),
      },
      checked: 2,
    },
    {
      when: 'it is not known whether connections are used, and the one that leads there uses the current connector',
      facts: { link: known(make.link({ apiHub: 'unknown' })), apiHubConnections: known([make.connection()]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'it is not known whether connections are used, and the one that the link names uses an older connector',
      facts: {
        link: known(make.link({ apiHub: 'unknown', connectionIds: ['E1'] })),
        apiHubConnections: known([make.connection({ id: 'e1', connector: 'shared_dynamicscrmonline' })]),
      },
      subjects: ['connection e1'],
      args: [{ connector: 'shared_dynamicscrmonline' }],
    },
    {
      when: 'the current connector is used only by a connection of another environment',
      facts: {
        link,
        apiHubConnections: known([
          make.connection({ id: 'e1', connector: 'shared_dynamicscrmonline' }),
          make.connection({ id: 'e2', targetUrl: 'https://fabrikam.crm4.dynamics.com' }),
        ]),
      },
      subjects: ['connection e1'],
      args: [{ connector: 'shared_dynamicscrmonline' }],
    },
    {
      when: 'two rows about one connection name older connectors',
      facts: {
        link,
        apiHubConnections: known([
          make.connection({ id: '{E1}', connector: 'shared_dynamicscrmonline' }),
          make.connection({ id: 'e1', connector: 'shared_dynamicscrmonline' }),
        ]),
      },
      subjects: ['connection e1'],
      args: [{ connector: 'shared_dynamicscrmonline' }],
    },
    {
      when: 'the connection uses the oldest connector',
      facts: {
        link,
        apiHubConnections: known([make.connection({ id: 'E9', connector: ' shared_dynamicscrmonline ' })]),
      },
      subjects: ['connection e9'],
      args: [{ connector: 'shared_dynamicscrmonline' }],
    },
    {
      when: 'all connections use older connectors',
      facts: {
        link,
        apiHubConnections: known([
          make.connection({ id: 'e1', connector: 'shared_commondataservice' }),
          make.connection({ id: 'e2', connector: 'Shared_DynamicsCrmOnline' }),
        ]),
      },
      subjects: ['connection e1', 'connection e2'],
      args: [{ connector: 'shared_commondataservice' }, { connector: 'Shared_DynamicsCrmOnline' }],
    },
  ],
  notApplicable: [
    { when: 'the connection is missing', facts: { link, apiHubConnections: known([]) } },
    { when: 'the environments are not linked', facts: { link: known(make.link({ linked: false })) } },
    { when: 'the link works without such connections', facts: { link: known(make.link({ apiHub: 'bypassed' })) } },
  ],
  inconclusive: [
    {
      when: 'it is not known whether connections are used, and the one that leads there uses an older connector',
      facts: {
        link: known(make.link({ apiHub: 'unknown' })),
        apiHubConnections: known([make.connection({ connector: 'shared_dynamicscrmonline' })]),
      },
      missing: ['link.apiHub'],
    },
    {
      when: 'it is not known where the connection leads, which uses an older connector',
      facts: {
        link,
        apiHubConnections: known([make.connection({ targetUrl: null, connector: 'shared_dynamicscrmonline' })]),
      },
      missing: ['link.connectionIds'],
    },
    {
      when: 'only some of the connections were seen',
      facts: {
        link,
        apiHubConnections: known([make.connection({ connector: 'shared_dynamicscrmonline' })], { coverage: 'partial' }),
      },
      missing: ['apiHubConnections'],
    },
    {
      when: 'the connections could not be read',
      facts: { link, apiHubConnections: unknown('failed') },
      missing: ['apiHubConnections'],
    },
    {
      when: 'it is not known where the connection leads',
      facts: { link, apiHubConnections: known([make.connection({ targetUrl: null })]) },
      missing: ['link.connectionIds'],
    },
  ],
} satisfies RuleCases;
