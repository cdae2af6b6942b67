import { expect, test } from 'vitest';
import { dataverseAdapter } from '../../src/adapters/index.js';
import { gatherSnapshot } from '../../src/index.js';
import { startLiveServer } from '../support/live-server.js';

const ofDualWrite = [
  '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b',
  '6f7d0213-62b1-43a8-b7f4-ff2bb8b7b452',
  '33976c19-1db5-4c02-810e-c243db79efde',
  'f1752846-f0df-4766-96f5-c109adf67d7f',
  '00000015-0000-0000-c000-000000000000',
];

test('the users of every application of dual-write are read, and neither others nor those that were deleted', async () => {
  const ids = [null, '99999999-0000-0000-0000-000000000000', ...ofDualWrite, ofDualWrite[0]];
  const server = await startLiveServer({
    dataverse: {
      systemusers: ids.map((applicationid, index) => ({
        systemuserid: `u${index}`,
        applicationid,
        isdisabled: index % 2 === 1,
        deletedstate: index < 7 ? 0 : 1,
        systemuserroles_association: [{ name: 'Dual-write app user', _roletemplateid_value: null }],
        teammembership_association: [],
      })),
    },
    finops: {},
    actions: {},
    documents: {},
  });
  try {
    const credential = { getToken: async () => ({ token: 'x', expiresOnTimestamp: Date.now() + 3_600_000 }) };
    const adapter = dataverseAdapter({ url: server.url, credential });
    const snapshot = (await gatherSnapshot(adapter, { only: ['applicationUsers'] }))._unsafeUnwrap();
    expect(snapshot.facts.applicationUsers).toMatchObject({
      status: 'known',
      value: ofDualWrite.map((applicationId, index) => ({
        applicationId,
        enabled: index % 2 === 0,
        roles: [{ name: 'Dual-write app user' }],
      })),
    });
  } finally {
    await server.close();
  }
});
