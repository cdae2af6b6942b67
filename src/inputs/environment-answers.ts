import { readCapture } from '../adapters/gateway/capture.js';
import { linkOf } from '../adapters/gateway/captured-link.js';
import { propertyOf, textOf } from '../adapters/lenient-json.js';
import type { RecordedAnswer } from '../adapters/recorded/recorded-answer.js';
import { type SavedAnswer, savedAnswerOf } from '../adapters/recorded/saved-answer.js';
import { type SavedAnswers, savedAnswers } from '../adapters/recorded/saved-answers.js';
import { guidKey, hostKey } from '../facts/keys.js';
import { type InputEnvironment, instanceUrlIn, isNamed, isSameEnvironment } from './environments-in.js';

/** Answers, by where they come from. */
export interface SortedAnswers {
  readonly saved: readonly SavedAnswer[];
  readonly gateway: GatewayAnswers;
}

/** Answers of the gateway behind the Dual-write page. */
export interface GatewayAnswers {
  /** Each by itself, as the body. */
  readonly connectionSets: readonly RecordedAnswer[];
  /** Maps and everything else. */
  readonly others: readonly RecordedAnswer[];
  /** Errors, and answers whose body was not saved. */
  readonly unread: readonly RecordedAnswer[];
}

export function sortAnswers(answers: readonly RecordedAnswer[]): SortedAnswers {
  const saved: SavedAnswer[] = [];
  const connectionSets: RecordedAnswer[] = [];
  const others: RecordedAnswer[] = [];
  const unread: RecordedAnswer[] = [];
  for (const answer of inOrder(answers)) {
    const ofService = savedAnswerOf(answer);
    if (ofService !== undefined) saved.push(...eachEnvironment(ofService));
    else if (answer.status >= 400 || answer.body === undefined) unread.push(answer);
    else takeCaptured(answer);
  }
  return { saved, gateway: { connectionSets, others, unread } };

  function takeCaptured(answer: RecordedAnswer): void {
    for (const body of [answer.body].flat()) {
      const sets = readCapture(body).connectionSets;
      if (sets.length > 0) connectionSets.push(...sets.map((set) => ({ ...answer, body: set })));
      else others.push({ ...answer, body });
    }
  }
}

/** The oldest first; those without a time in their order. */
function inOrder(answers: readonly RecordedAnswer[]): readonly RecordedAnswer[] {
  return answers.every(({ at }) => at !== undefined) ? answers.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0)) : answers;
}

/** The records of a list of environments, each by itself. */
function eachEnvironment(answer: SavedAnswer): readonly SavedAnswer[] {
  if (answer.service !== 'power-platform' || answer.path !== 'environments' || answer.rows === undefined)
    return [answer];
  return answer.rows.map((body) => ({ ...answer, body, rows: undefined }));
}

/** What belongs to one environment. */
export interface EnvironmentAnswers {
  readonly find: SavedAnswers;
  readonly all: readonly SavedAnswer[];
  readonly gateway: GatewayAnswers;
  /** The ids of the environment in the Power Platform. */
  readonly environmentIds: readonly string[];
}

/** @param isOnly - whether what names no environment belongs to this one too */
export function answersOfEnvironment(
  { saved, gateway }: SortedAnswers,
  environment: InputEnvironment,
  isOnly: boolean,
): EnvironmentAnswers {
  const [dataverse, finops] = [hostKey(environment.dataverseUrl), hostKey(environment.finopsUrl)];
  const hostOfId = new Map(saved.flatMap(idAndHost));
  const all = saved.filter((answer) => {
    const host = answer.service === 'power-platform' ? hostOfId.get(idOf(answer) ?? '') : answer.host;
    return host === undefined ? isOnly : host === (answer.service.startsWith('finops') ? finops : dataverse);
  });
  return {
    find: savedAnswers(all),
    all,
    gateway: gatewayOf(gateway, environment, isOnly),
    environmentIds: [...hostOfId].flatMap(([id, host]) => (host === dataverse ? [id] : [])),
  };
}

/** Of several connection sets, those whose maps were listed count; maps of another set are those of another environment. */
function gatewayOf(answers: GatewayAnswers, environment: InputEnvironment, isOnly: boolean): GatewayAnswers {
  const ofEnvironment = answers.connectionSets.filter(({ body }) => {
    const link = linkOf(body) ?? {};
    return isNamed(link) ? isSameEnvironment(link, environment) : isOnly;
  });
  const listed = new Set(answers.others.flatMap((answer) => setIdOf(answer) ?? []));
  const ofMaps = ofEnvironment.filter(({ body }) => idsOfSet(body).some((id) => listed.has(id)));
  const connectionSets = ofMaps.length > 0 ? ofMaps : ofEnvironment;
  const ids = new Set(ofMaps.flatMap(({ body }) => idsOfSet(body)));
  const belongs = (answer: RecordedAnswer) => {
    const id = setIdOf(answer);
    return id === undefined || ids.size === 0 ? isOnly : ids.has(id);
  };
  return { connectionSets, others: answers.others.filter(belongs), unread: answers.unread.filter(belongs) };
}

/** The connection set whose maps were requested. */
function setIdOf({ address }: RecordedAnswer): string | undefined {
  return address?.query.cid === undefined ? undefined : guidKey(address.query.cid);
}

function idsOfSet(connectionSet: unknown): readonly string[] {
  return [textOf(connectionSet, 'id'), textOf(connectionSet, 'name')].flatMap((id) =>
    id === undefined ? [] : guidKey(id),
  );
}

/** The id of an environment and its host: in its record, or in what Dataverse says about itself. */
function idAndHost(answer: SavedAnswer): readonly (readonly [id: string, host: string])[] {
  const isRecord = answer.service === 'power-platform' && answer.path === 'environments';
  const host = isRecord ? hostKey(instanceUrlIn(answer.body)) : answer.host;
  const id = isRecord ? idOf(answer) : textOf(propertyOf(answer.body, 'Detail'), 'EnvironmentId');
  return id === undefined || host === undefined ? [] : [[idKey(id), host]];
}

/** The environment that an answer of the Power Platform is about. */
function idOf({ address, rows, body }: SavedAnswer): string | undefined {
  const inPath = /environments\/([^/]+)(?:\/connections)?$/i.exec(address?.path ?? '')?.[1];
  const inHost = /^([\da-f]+)\.([\da-f]+)\.environment\./i
    .exec(address?.host ?? '')
    ?.slice(1)
    .join('');
  const inRow = textOf(propertyOf(propertyOf(rows?.[0], 'properties'), 'environment'), 'name');
  const id = inPath ?? inHost ?? (rows === undefined ? textOf(body, 'name') : inRow);
  return id === undefined ? undefined : idKey(id);
}

/** Some hosts hold an id without its hyphens. */
function idKey(id: string): string {
  return guidKey(id).replaceAll('-', '');
}
