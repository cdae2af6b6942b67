import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataverseAdapter, finopsAdapter, powerPlatformAdapter } from '../../src/adapters/index.js';
import { recordedAddressOf } from '../../src/adapters/recorded/recorded-address.js';
import type { RecordedAnswer } from '../../src/adapters/recorded/recorded-answer.js';
import { combineAdapters, gatherSnapshot, type Snapshot } from '../../src/index.js';
import { factsOf, type GatheredFacts } from '../../src/inputs/facts-of.js';
import type { Input } from '../../src/inputs/input.js';
import { recognize } from '../../src/inputs/recognize.js';
import { urlsFor } from '../../src/inputs/urls-for.js';
import type { MapRow } from '../support/entity-maps.js';
import { runs } from '../support/fuzz.js';
import { environmentId, healthySnapshot, holdingsOf } from '../support/live-environment.js';
import { metadataFor, withMetadata } from '../support/live-metadata.js';
import { credential } from '../support/live-reading.js';
import { type LiveServer, startLiveServer } from '../support/live-server.js';

/*
 * The live environment of the tests, saved answer by answer and read again: the facts must be those of the live adapters.
 */

const healthy = healthySnapshot();
const now = new Date('2026-11-20T10:00:00Z');
const everything = holdingsOf(healthy);
// A browser sends no POST: what finance and operations says by its actions comes from Dataverse.
// Safe: the environment makes its rows as this type says.
const rows = (everything.dataverse.msdyn_dualwriteentitymaps ?? []) as readonly MapRow[];
const holdings = withMetadata({ ...everything, actions: {} }, rows, metadataFor(rows));

interface Saved {
  readonly url: string;
  readonly answer: RecordedAnswer;
}

/** Saves the answer of every address that is listed, until nothing is left to list. */
async function saveAll(server: LiveServer): Promise<readonly Saved[]> {
  const saved: Saved[] = [];
  for (let round = 0; round < 10; round += 1) {
    const inputs = [inputOf(saved.map(({ answer }) => answer))];
    const listed = await urlsFor({ dataverseUrl: server.url, finopsUrl: server.url, environmentId }, inputs);
    if (listed.length === 0) return saved;
    for (const { url } of listed) saved.push(...(await pagesFrom(url, server)));
  }
  throw new Error('the list does not become empty');
}

async function pagesFrom(url: string, server: LiveServer): Promise<readonly Saved[]> {
  const { pathname, search } = new URL(url);
  const response = await fetch(`${server.url}${pathname}${search}`);
  const body = await response.json();
  const saved = { url, answer: { address: recordedAddressOf(url), status: response.status, body } };
  const next: string | undefined = body['@odata.nextLink'];
  return next === undefined ? [saved] : [saved, ...(await pagesFrom(next, server))];
}

function inputOf(answers: readonly RecordedAnswer[]): Input {
  return { kind: 'service-answer', answers, lacks: [] };
}

async function live(server: LiveServer, gateway?: unknown): Promise<Snapshot> {
  const options = { url: server.url, credential };
  const adapter = combineAdapters(
    powerPlatformAdapter({ ...options, environmentId, dataverseUrl: server.url }),
    dataverseAdapter({ ...options, gateway, finops: options }),
    finopsAdapter({ ...options, dataverse: options }),
  );
  return (await gatherSnapshot(adapter, { now }))._unsafeUnwrap();
}

async function recorded(server: LiveServer, inputs: readonly Input[]): Promise<GatheredFacts> {
  const gathered = await factsOf(inputs, { now, dataverseUrl: server.url, finopsUrl: server.url });
  if ('environments' in gathered) throw new Error('several environments');
  return gathered;
}

function withoutAddress({ url, answer }: Saved): RecordedAnswer {
  // Neither says what it is all of: a list of teams whose it is, the Power Platform what was requested.
  const needsAddress = /teammembership_association|\/connections\?/.test(url);
  return needsAddress ? answer : { ...answer, address: undefined };
}

describe.each([5_000, 25])('with %i rows on a page', (pageSize) => {
  let server: LiveServer;
  let saved: readonly Saved[];
  let ofLive: Snapshot;
  beforeAll(async () => {
    server = await startLiveServer(holdings, { pageSize });
    saved = await saveAll(server);
    ofLive = await live(server);
  }, 60_000);
  afterAll(() => server.close());

  test('the answers of the listed addresses give the facts of the live adapters', async () => {
    const { facts } = await recorded(server, [inputOf(saved.map(({ answer }) => answer))]);
    expect(facts).toEqual(ofLive.facts);
  });

  test('in any order, with and without their addresses', async () => {
    const files = saved.map((one) => ({ whole: one.answer, bare: withoutAddress(one) }));
    const anyOrder = fc.shuffledSubarray(files, { minLength: files.length });
    await fc.assert(
      fc.asyncProperty(anyOrder, fc.infiniteStream(fc.boolean()), async (ordered, areBare) => {
        const answers = ordered.map(({ whole, bare }) => (areBare.next().value ? bare : whole));
        const { facts } = await recorded(
          server,
          answers.map((answer) => inputOf([answer])),
        );
        expect(facts).toEqual(ofLive.facts);
      }),
      { numRuns: runs(15) },
    );
  });

  test('saved without their addresses', async () => {
    const { facts } = await recorded(server, [inputOf(saved.map(withoutAddress))]);
    expect(facts).toEqual(ofLive.facts);
  });

  test.each(['with', 'without'])('as files, %s their addresses', async (which) => {
    const inputs = saved.map((one) => {
      const { answer } = which === 'with' ? one : { answer: withoutAddress(one) };
      return recognize(JSON.stringify(answer.body), { address: answer.address && one.url });
    });
    expect(inputs.filter(({ kind }) => kind === 'unknown')).toEqual([]);
    const { facts } = await recorded(server, inputs);
    expect(facts).toEqual(ofLive.facts);
  });
});
