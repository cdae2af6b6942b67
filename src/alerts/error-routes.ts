import { errorTypeKey, isOtherHttpError, otherHttpError } from '../facts/error-type.js';
import { type AlertSetting, windowInMs } from './alert-setting.js';
import { ErrorTimes } from './error-times.js';

/** A setting with its place in the list. */
interface PlacedSetting {
  readonly setting: AlertSetting;
  readonly index: number;
}

/** What an error of one type concerns. */
interface ErrorRoute<Watch> {
  readonly type: string;
  readonly times: ErrorTimes;
  /** One for each setting with the type. */
  readonly watches: readonly Watch[];
}

interface ErrorRoutesOptions<Watch> {
  /** How many times of one type a setting can use. */
  readonly mostOfUse: (setting: AlertSetting) => number;
  readonly makeWatch: (setting: AlertSetting, index: number, sources: readonly ErrorTimes[]) => Watch;
}

/** With more spellings than this, the cache is cleared: free text from outside must not fill the memory. */
const mostSpellings = 1_000;

/** Finds the settings for an error. Its time is kept once, however many settings have its type. */
export class ErrorRoutes<Watch> {
  /** In the order of the settings. */
  readonly watches: readonly Watch[];
  readonly #byType: ReadonlyMap<string, ErrorRoute<Watch>>;
  readonly #bySpelling = new Map<string, ErrorRoute<Watch> | undefined>();

  constructor(placed: readonly PlacedSetting[], { mostOfUse, makeWatch }: ErrorRoutesOptions<Watch>) {
    const named = new Set(placed.flatMap(({ setting }) => typeKeysOf(setting)));
    const sourcesOf = new Map(placed.map(({ setting, index }) => [index, countedTypes(setting, named)]));
    const routes = new Map<string, ErrorRoute<Watch> & { readonly watches: Watch[] }>();
    for (const type of named) {
      const asking = placed.filter(({ index }) => sourcesOf.get(index)?.includes(type)).map(({ setting }) => setting);
      const longestMs = Math.max(...asking.map(({ window }) => windowInMs(window)));
      const times = new ErrorTimes(longestMs, Math.max(...asking.map(mostOfUse)));
      routes.set(type, { type, times, watches: [] });
    }
    this.watches = placed.map(({ setting, index }) => {
      const own = (sourcesOf.get(index) ?? []).flatMap((type) => routes.get(type) ?? []);
      const watch = makeWatch(
        setting,
        index,
        own.map(({ times }) => times),
      );
      for (const { watches } of own) watches.push(watch);
      return watch;
    });
    this.#byType = routes;
  }

  /** In the order in which the settings first name the types. */
  all(): readonly ErrorRoute<Watch>[] {
    return [...this.#byType.values()];
  }

  /** For an error of this type in any spelling; `undefined` if no setting has it. */
  find(type: string): ErrorRoute<Watch> | undefined {
    const found = this.#bySpelling.get(type);
    if (found !== undefined || this.#bySpelling.has(type)) return found;
    const key = errorTypeKey(type);
    const route = this.#byType.get(key) ?? (isOtherHttpError(key) ? this.#byType.get(otherHttpError) : undefined);
    if (this.#bySpelling.size >= mostSpellings) this.#bySpelling.clear();
    this.#bySpelling.set(type, route);
    return route;
  }
}

/** The error types of a setting, in one spelling and one order. */
export function typeKeysOf({ errorTypes }: AlertSetting): readonly string[] {
  return [...new Set(errorTypes.map(errorTypeKey))].sort();
}

/** With `Any other HTTP error`, also those that other settings name, which are kept on their own. */
function countedTypes(setting: AlertSetting, named: ReadonlySet<string>): readonly string[] {
  const own = typeKeysOf(setting);
  if (!own.includes(otherHttpError)) return own;
  return [...new Set([...own, ...[...named].filter(isOtherHttpError)])];
}
