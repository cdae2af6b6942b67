/** Represents your own system that knows your environments. */
export const inventory = {
  async project(_signal: AbortSignal) {
    return { companies: ['USMF', 'DEMF'] };
  },
  async companies(_signal: AbortSignal) {
    return [
      { id: 'c0000000-0000-4000-8000-000000000001', code: 'USMF', name: 'Contoso USA', defaultOwningTeamId: 'a1' },
      { id: 'c0000000-0000-4000-8000-000000000002', code: 'DEMF', name: 'Contoso Germany', defaultOwningTeamId: null },
    ];
  },
  async businessUnits(_signal: AbortSignal) {
    return [{ id: 'b1', name: 'contoso-uat', parentId: null }];
  },
};
