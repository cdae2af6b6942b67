import { known } from '../../../src/facts/fact.js';
import { finopsConnectionBroken } from '../../../src/rules/api-hub-connection/finops-connection-broken.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const id = 'e0000000-0000-0000-0000-000000000001';
const own = make.connection({
  id,
  connector: 'shared_dynamicsax',
  targetUrl: 'https://contoso.operations.dynamics.com',
});
const link = (differing: Parameters<typeof make.link>[0] = {}) => known(make.link(differing));

export default {
  rule: finopsConnectionBroken,
  passed: [
    { when: 'the connection is connected', facts: { link: link(), apiHubConnections: known([own]) }, checked: 1 },
    {
      when: 'one of two is in error and the other is connected',
      facts: { link: link(), apiHubConnections: known([own, { ...own, id: 'e2', status: 'error' }]) },
      checked: 2,
    },
    {
      when: 'a connection that is not of the link is in error',
      facts: {
        link: link(),
        apiHubConnections: known([
          own,
          { ...own, id: 'e2', status: 'error', targetUrl: 'https://fabrikam.example.com' },
        ]),
      },
      checked: 1,
    },
    {
      when: 'it is not known which of two connections belongs to the link, and both are connected',
      facts: {
        link: link(),
        apiHubConnections: known([
          { ...own, targetUrl: null },
          { ...own, id: 'e2', targetUrl: 'https://' },
        ]),
      },
      checked: 2,
    },
    {
      when: 'it is not known whether connections are used, and the one that leads there is connected',
      facts: { link: link({ apiHub: 'unknown' }), apiHubConnections: known([own]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the connection is in error',
      facts: {
        link: link(),
        apiHubConnections: known([{ ...own, connector: ` ${own.connector} `, status: 'error' }]),
      },
      subjects: [`connection ${id}`],
      args: [{ connector: 'shared_dynamicsax', isTied: true }],
    },
    {
      when: 'the state of one is not known and another is in error',
      facts: {
        link: link(),
        apiHubConnections: known([
          { ...own, status: 'unknown' },
          { ...own, id: ' {E2} ', status: 'error' },
        ]),
      },
      subjects: ['connection e2'],
      args: [{ connector: 'shared_dynamicsax', isTied: true }],
    },
    {
      when: 'two rows about one connection are in error',
      facts: {
        link: link(),
        apiHubConnections: known([
          { ...own, status: 'error' },
          { ...own, id: id.toUpperCase(), status: 'error' },
        ]),
      },
      subjects: [`connection ${id}`],
      args: [{ connector: 'shared_dynamicsax', isTied: true }],
    },
    {
      when: 'the one that the link names is in error, although another is connected',
      facts: {
        link: link({ connectionIds: [id] }),
        apiHubConnections: known([
          { ...own, status: 'error' },
          { ...own, id: 'e2' },
        ]),
      },
      subjects: [`connection ${id}`],
      args: [{ connector: 'shared_dynamicsax', isTied: true }],
    },
    {
      when: 'it is not known where the only connection leads, and it is in error',
      facts: { link: link(), apiHubConnections: known([{ ...own, targetUrl: null, status: 'error' }]) },
      subjects: [`connection ${id}`],
      args: [{ connector: 'shared_dynamicsax', isTied: false }],
    },
    {
      when: 'of two connections that the link may use one is in error and the state of the other is not known',
      facts: {
        link: link(),
        apiHubConnections: known([
          { ...own, targetUrl: null, status: 'unknown' },
          { ...own, id: 'e2', targetUrl: null, status: 'error' },
        ]),
      },
      subjects: ['connection e2'],
      args: [{ connector: 'shared_dynamicsax', isTied: false }],
    },
    {
      when: 'it is not known whether connections are used, and the one that the link names is in error',
      facts: {
        link: link({ apiHub: 'unknown', connectionIds: [id] }),
        apiHubConnections: known([{ ...own, status: 'error' }]),
      },
      subjects: [`connection ${id}`],
      args: [{ connector: 'shared_dynamicsax', isTied: true }],
    },
  ],
  notApplicable: [
    { when: 'the environments are not linked', facts: { link: link({ linked: false }) } },
    {
      when: 'the link works without such connections',
      facts: { link: link({ apiHub: 'bypassed' }), apiHubConnections: known([]) },
    },
    {
      when: 'there is no connection: another rule reports that',
      facts: { link: link(), apiHubConnections: known([]) },
    },
  ],
  inconclusive: [
    {
      when: 'the state of every connection is not known',
      facts: { link: link(), apiHubConnections: known([{ ...own, status: 'unknown' }]) },
      missing: ['apiHubConnections.status'],
    },
    {
      when: 'of two connections that the link may use one is connected and the other is in error',
      facts: {
        link: link(),
        apiHubConnections: known([
          { ...own, targetUrl: null },
          { ...own, id: 'e2', targetUrl: null, status: 'error' },
        ]),
      },
      missing: ['link.connectionIds'],
    },
    {
      when: 'of two connections that the link may use one is connected and the state of the other is not known',
      facts: {
        link: link(),
        apiHubConnections: known([
          { ...own, targetUrl: null, status: 'unknown' },
          { ...own, id: 'e2', targetUrl: null },
        ]),
      },
      missing: ['link.connectionIds'],
    },
    {
      when: 'the state of no connection that the link may use is known',
      facts: { link: link(), apiHubConnections: known([{ ...own, targetUrl: null, status: 'unknown' }]) },
      missing: ['link.connectionIds'],
    },
    {
      when: 'it is not known whether connections are used, and the one that leads there is in error',
      facts: {
        link: link({ apiHub: 'unknown', connectionIds: [' '] }),
        apiHubConnections: known([{ ...own, status: 'error' }]),
      },
      missing: ['link.apiHub'],
    },
    {
      when: 'it is not known whether connections are used, and the only one that may be is in error',
      facts: {
        link: link({ apiHub: 'unknown' }),
        apiHubConnections: known([{ ...own, targetUrl: null, status: 'error' }]),
      },
      missing: ['link.connectionIds'],
    },
    {
      when: 'it is not known whether connections are used, and the only one that may be is connected',
      facts: { link: link({ apiHub: 'unknown' }), apiHubConnections: known([{ ...own, targetUrl: null }]) },
      missing: ['link.connectionIds'],
    },
    {
      when: 'there is none, and it is not known whether one is needed',
      facts: { link: link({ apiHub: 'unknown' }), apiHubConnections: known([]) },
      missing: ['link.apiHub'],
    },
    {
      when: 'only some of the connections were seen',
      facts: { link: link(), apiHubConnections: known([{ ...own, status: 'error' }], { coverage: 'partial' }) },
      missing: ['apiHubConnections'],
    },
  ],
} satisfies RuleCases;
