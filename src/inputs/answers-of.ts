import type { RecordedAnswer } from '../adapters/recorded/recorded-answer.js';
import { groupsBy } from '../facts/groups-by.js';
import { pagesIn } from '../maps/pages-in.js';
import type { Input } from './input.js';
import { isOf } from './is-of.js';
import { mapsOf } from './maps-of.js';

/** Every answer that inputs hold, in their order; saved maps and backups are answers of Dataverse. */
export async function answersOf(inputs: readonly Input[]): Promise<readonly RecordedAnswer[]> {
  const byHost = groupsBy(inputs.filter(isOf('map-rows', 'map-backup')), hostOf);
  const saved = await Promise.all([...byHost].map(([host, ofHost]) => answerOfMaps(host, ofHost)));
  return [...saved.flat(), ...inputs.flatMap((input) => ('answers' in input ? input.answers : []))];
}

/** The host that saved maps name; empty if they name none. */
function hostOf(input: Input): string {
  const pages = input.kind === 'map-rows' ? input.documents.flatMap(pagesIn) : [];
  const [base] = pages.map(({ context }) => context).filter((context) => URL.canParse(context));
  return base === undefined ? '' : new URL(base).host;
}

async function answerOfMaps(host: string, inputs: readonly Input[]): Promise<readonly RecordedAnswer[]> {
  const maps = await mapsOf(inputs);
  if (maps.isErr()) return [];
  const { value, coverage, detail } = maps.value;
  const address = { service: 'dataverse', host, path: 'msdyn_dualwriteentitymaps', query: {} } as const;
  const lack = coverage === 'partial' ? (detail ?? 'there may be more maps') : lackOfLooseRows(inputs);
  return [{ address, status: 200, body: { value }, lack }];
}

/** Rows without the answer that they were in do not show whether they are all. */
function lackOfLooseRows(inputs: readonly Input[]): string | undefined {
  const documents = inputs.flatMap((input) => (input.kind === 'map-rows' ? input.documents : []));
  const areLoose = documents.some(
    (document) => Array.isArray(document) && pagesIn(document, 0).some(({ isAnswer }) => !isAnswer),
  );
  return areLoose ? 'the rows were saved without their answer: whether they are all is not known' : undefined;
}
