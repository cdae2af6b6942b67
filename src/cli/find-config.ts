import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { err, ok, type Result } from 'neverthrow';
import type { EvaluateOptions } from '../evaluate-snapshot.js';
import type { Complaint } from './command-result.js';

const fileName = 'dual-write-health.config.json';

/** What a configuration settles. */
interface FoundConfig {
  readonly options: EvaluateOptions;
  readonly timeoutMs: number | undefined;
  /** The path of the baseline, from the working folder. */
  readonly baseline: string | undefined;
}

/** The configuration of a file, or of the nearest folder upwards that has one; nothing is settled where none has. */
export async function findConfig(given: string | undefined): Promise<Result<FoundConfig, Complaint>> {
  const path = given ?? nearest(process.cwd());
  if (path === undefined) return ok({ options: {}, timeoutMs: undefined, baseline: undefined });
  const [{ readJson }, { optionsOfConfig, parseConfig }] = await Promise.all([
    import('../node/json-file.js'),
    import('../govern/config.js'),
  ]);
  const input = await readJson(path);
  if (input.isErr()) return err(input.error);
  const config = parseConfig(input.value);
  if (config.isErr()) return err({ path, ...config.error, ...(await otherThanConfig(input.value)) });
  const { timeoutMs, ...options } = optionsOfConfig(config.value);
  const { baseline } = config.value;
  return ok({ options, timeoutMs, baseline: baseline === undefined ? undefined : resolve(dirname(path), baseline) });
}

/** What a file is that holds no settings at all. */
async function otherThanConfig(value: unknown): Promise<{ readonly because?: string }> {
  const [{ recognize }, { inputInWords }] = await Promise.all([
    import('../inputs/recognize.js'),
    import('./input-in-words.js'),
  ]);
  const input = recognize(JSON.stringify(value));
  return ['config', 'unknown', 'error-text'].includes(input.kind)
    ? {}
    : { because: `${inputInWords(input)}: expected settings` };
}

function nearest(folder: string): string | undefined {
  const candidate = join(folder, fileName);
  if (existsSync(candidate)) return candidate;
  return dirname(folder) === folder ? undefined : nearest(dirname(folder));
}
