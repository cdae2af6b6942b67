import { whyUrlIsUnfit } from '../../adapters/odata/connect.js';
import { factsOf } from '../../inputs/facts-of.js';
import type { Input } from '../../inputs/input.js';
import { type FactUrl, urlsFor } from '../../inputs/urls-for.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { readFactInputs } from '../load-facts.js';

export interface ListedUrls {
  readonly urls: readonly FactUrl[];
}

interface UrlsArguments {
  readonly files: readonly string[];
  readonly dataverse?: string | undefined;
  readonly finops?: string | undefined;
  readonly environmentId?: string | undefined;
}

/** Lists the addresses that somebody has to read for a snapshot, without those that the files answer. */
export async function run({
  files,
  dataverse,
  finops,
  environmentId,
}: UrlsArguments): Promise<CommandResult<ListedUrls>> {
  if (files.length === 0 && dataverse === undefined && finops === undefined) {
    return couldNotRun('expected --dataverse URL, --finops URL, or files that name an environment');
  }
  for (const [option, url] of Object.entries({ dataverse, finops })) {
    const problem = url === undefined ? undefined : whyUrlIsUnfit(url);
    if (problem !== undefined) return couldNotRun(`--${option}: ${problem}`);
  }
  const inputs = await readFactInputs(files);
  if (inputs.isErr()) return couldNotRun(inputs.error);
  const options = { dataverseUrl: dataverse, finopsUrl: finops, environmentId };
  if (dataverse === undefined && finops === undefined && !(await namesEnvironment(inputs.value))) {
    return couldNotRun('the files name no environment: add --dataverse URL or --finops URL');
  }
  return { type: 'done', result: { urls: await urlsFor(options, inputs.value) }, exitCode: 0 };
}

/** Whether the files say which environment they are about: without one, no address is known. */
async function namesEnvironment(inputs: readonly Input[]): Promise<boolean> {
  const gathered = await factsOf(inputs, { now: new Date() });
  if ('environments' in gathered) return true;
  const { dataverseEnvironment, finopsEnvironment, link } = gathered.facts;
  return (
    [dataverseEnvironment, finopsEnvironment].some((fact) => fact?.status === 'known') ||
    (link?.status === 'known' && (link.value.dataverseUrl ?? link.value.finopsUrl) != null) ||
    gathered.lacks.some(({ urls }) => urls.length > 0)
  );
}
