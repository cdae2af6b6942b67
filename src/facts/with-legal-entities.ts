import { known } from './fact.js';
import { factOf, type SnapshotFacts } from './snapshot.js';

/**
 * Facts in which the link holds these legal entities. A known link keeps all the rest; without one, a person who names the
 * linked companies says that the environments are linked, so a link is made up with what the two environment facts know.
 */
export function withLegalEntities(facts: SnapshotFacts, legalEntities: readonly string[]): SnapshotFacts {
  const link = factOf(facts, 'link');
  if (link.status === 'known') return { ...facts, link: { ...link, value: { ...link.value, legalEntities } } };
  const dataverse = factOf(facts, 'dataverseEnvironment');
  const finops = factOf(facts, 'finopsEnvironment');
  return {
    ...facts,
    link: known({
      linked: true,
      dataverseUrl: dataverse.status === 'known' ? dataverse.value.url : null,
      finopsUrl: finops.status === 'known' ? finops.value.url : null,
      legalEntities,
      apiHub: 'unknown',
    }),
  };
}
