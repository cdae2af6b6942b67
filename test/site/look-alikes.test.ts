import { describe, expect, test } from 'vitest';
import { lookAlikes } from '../../site/pages/look-alikes.js';
import { topics } from '../../src/diagnosis/all-topics.js';
import type { Topic } from '../../src/diagnosis/topic.js';

type Compared = Parameters<typeof lookAlikes>[0];

function topic(id: string, all: string, more: Partial<Compared> = {}): Compared {
  return { id, title: id, phase: 'live-sync', rules: [], signatures: [{ all: [all] }], ...more };
}

describe('lookAlikes', () => {
  const quota = topic('a', 'the quota of the tenant is exhausted');
  const quotaToo = topic('b', 'quota exhausted by {name} in tenant', { phase: 'link' });
  const other = topic('c', 'record is locked by another user');
  const another = topic('d', 'certificate has expired');

  test('shared rare words make a look-alike, placeholders do not', () => {
    const ids = lookAlikes(quota, [quota, quotaToo, other, another]).map(({ id }) => id);
    expect(ids).toEqual(['b']);
    const named = [topic('e', '{name} alpha'), topic('f', '{name} beta'), other, another];
    expect(lookAlikes(named[0] as Compared, named)).toEqual([]);
  });

  test('the same phase or the same rules alone are not enough', () => {
    const ofRule = [topic('e', 'alpha', { rules: ['DWDVEV1007'] }), topic('f', 'beta', { rules: ['DWDVEV1007'] })];
    expect(lookAlikes(ofRule[0] as Compared, [...ofRule, other])).toEqual([]);
  });

  test('the same rules bring one nearer', () => {
    const near = topic('near', 'quota exhausted', { rules: ['DWDVEV1007'] });
    const all = [
      topic('own', 'quota exhausted', { rules: ['DWDVEV1007'] }),
      topic('far', 'quota exhausted'),
      near,
      other,
    ];
    expect(lookAlikes(all[0] as Compared, all).map(({ id }) => id)).toEqual(['near', 'far']);
  });

  test.each<[string, string]>([
    ['map-missing-source-field', 'map-missing-destination-field'],
    ['initial-sync-export-bad-request', 'initial-sync-export-forbidden'],
    ['dataverse-cannot-reach-finops', 'finops-cannot-reach-dataverse'],
    ['DIPV1016', 'DIPV1017'],
    ['party-record-not-found', 'party-type-conflict'],
  ])('%s and %s look alike, either way', (a, b) => {
    const idsFor = (id: string) => lookAlikes(topicOf(id), topics).map((one) => one.id);
    expect(idsFor(a)).toContain(b);
    expect(idsFor(b)).toContain(a);
  });

  test('never the topic itself, at most five, and the order of the topics does not matter', () => {
    for (const one of topics) {
      const found = lookAlikes(one, topics);
      expect(found).not.toContain(one);
      expect(found.length).toBeLessThanOrEqual(5);
      expect(lookAlikes(one, [...topics].reverse())).toEqual(found);
    }
  });
});

function topicOf(id: string): Topic {
  const found = topics.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no topic ${id}`);
  return found;
}
