import { known } from './fact.js';
import { factOf, type SnapshotFacts } from './snapshot.js';

/**
 * Facts in which the link holds these legal entities. The rest of a known link is kept; without one, a person who names the
 * linked companies confirms that the environments are linked, so a link is built from what the two environment facts know.
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
