import { sampleEnvironments } from '../scripts/sample-environments.js';
import { known, type Snapshot } from '../src/index.js';

/** The healthy sample with as many teams and business units as a large tenant has: what makes real snapshots big. */
export function largeTenant(size: number): Snapshot {
  const healthy = sampleEnvironments().find(({ name }) => name === 'healthy')?.snapshot;
  const { teams, businessUnits } = healthy?.facts ?? {};
  if (healthy === undefined || teams?.status !== 'known' || businessUnits?.status !== 'known')
    throw new Error('no sample');
  const unitId = (index: number) => `b1000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const indexes = Array.from({ length: size }, (_, index) => index);
  return {
    ...healthy,
    facts: {
      ...healthy.facts,
      businessUnits: known([
        ...businessUnits.value,
        ...indexes
          .filter((index) => index % 10 === 0)
          .map((index) => ({
            id: unitId(index / 10),
            name: `Contoso Retail, region Europe, store number ${index}`,
            parentId: businessUnits.value[0]?.id ?? null,
          })),
      ]),
      teams: known([
        ...teams.value,
        ...indexes.map((index) => ({
          id: `a1000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
          name: `Access team for account ${index} of Contoso Retail, region Europe, store number ${index % 5_000}`,
          businessUnitId: unitId(Math.floor(index / 10)),
          isDefault: index % 10 === 0,
          roles: index % 3 === 0 ? [{ name: 'Salesperson', templateId: 'a4be89ff-7c35-4d69-9900-999c3f603e6f' }] : [],
        })),
      ]),
    },
  };
}
