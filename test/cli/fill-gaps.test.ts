import { expect, test } from 'vitest';
import { fillGaps } from '../../src/cli/fill-gaps.js';
import { type Adapter, type Fact, type Facts, known, unknown } from '../../src/index.js';

type Environment = Fact<Facts['dataverseEnvironment']>;

const url = 'https://contoso.crm4.dynamics.com';

async function together(own: Environment, other: Environment) {
  let asked = 0;
  const adapter = (name: string, answer: () => Environment): Adapter => ({
    name,
    environment: { name },
    readers: { dataverseEnvironment: answer, solutions: () => known([]) },
  });
  const [dataverse, platform] = fillGaps(
    adapter('Dataverse', () => own),
    adapter('Power Platform', () => {
      asked += 1;
      return other;
    }),
  );
  expect(Object.keys(platform.readers)).toEqual(['solutions']);
  const { signal } = new AbortController();
  return { fact: await dataverse.readers.dataverseEnvironment?.({ signal }), asked };
}

test('what Dataverse tells whole is not asked for again', async () => {
  const own = known({ url, tenantId: 't', geography: 'EMEA' });
  expect(await together(own, unknown('not-permitted'))).toEqual({ fact: own, asked: 0 });
});

test.each<[string, Environment, Environment, object]>([
  [
    'the geography that Dataverse left open',
    known({ url, version: '9.2', tenantId: 't' }),
    known({ url: 'https://contoso.api.crm4.dynamics.com/', version: '9.1', tenantId: 'u', geography: 'europe' }),
    { status: 'known', value: { url, version: '9.2', tenantId: 't', geography: 'europe' } },
  ],
  [
    'nothing of another environment',
    known({ url, tenantId: 't' }),
    known({ url: 'https://other.crm4.dynamics.com', geography: 'europe' }),
    { status: 'known', value: { url, tenantId: 't' } },
  ],
  [
    'nothing where it does not answer',
    known({ url, tenantId: 't' }),
    unknown('not-permitted'),
    { status: 'known', value: { url, tenantId: 't' } },
  ],
  [
    'all where Dataverse does not answer',
    unknown('timed-out'),
    known({ url, geography: 'europe' }),
    { status: 'known', value: { url, geography: 'europe' } },
  ],
  ['why nobody answers', unknown('timed-out'), unknown('not-permitted'), { status: 'unknown', reason: 'timed-out' }],
])('the Power Platform tells %s', async (_name, own, other, expected) => {
  expect(await together(own, other)).toEqual({ fact: expected, asked: 1 });
});
