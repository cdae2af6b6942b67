import {
  errorTypeKey,
  isErrorType,
  isOtherHttpError,
  normalizeErrorTypes,
  otherHttpError,
} from '../facts/error-type.js';
import { type AlertSetting, windowInMs } from './alert-setting.js';
import { ErrorTimes } from './error-times.js';

/** A setting with its place in the list. */
interface PlacedSetting {
  readonly setting: AlertSetting;
  readonly index: number;
}

/** What an error of one type concerns. */
export interface ErrorRoute<Concerned> {
  readonly type: string;
  readonly times: ErrorTimes;
  /** Made of the watches of the settings with the type. */
  readonly concerned: Concerned;
}

interface ErrorRoutesOptions<Watch, Concerned> {
  /** How many times of one type a setting can use. */
  readonly mostOfUse: (setting: AlertSetting) => number;
  readonly makeWatch: (setting: AlertSetting, index: number, sources: readonly ErrorTimes[]) => Watch;
  /** What an error of some type must be delivered to, given the watches of the settings with that type, and all watches. */
  readonly concern: (watches: readonly Watch[], all: readonly Watch[]) => Concerned;
}

/** What an error of some type means: what it concerns, or that no setting counts it, or that the type is not an error type. */
type Destination<Concerned> = ErrorRoute<Concerned> | 'not-counted' | 'unknown-type';

/** With more spellings than this, the cache is cleared: free text from outside must not fill the memory. */
const mostSpellings = 1_000;

/** Finds the settings for an error. Its time is kept once, however many settings have its type. */
export class ErrorRoutes<Watch, Concerned> {
  /** In the order of the settings. */
  readonly watches: readonly Watch[];
  readonly #byType: ReadonlyMap<string, ErrorRoute<Concerned>>;
  readonly #bySpelling = new Map<string, Destination<Concerned>>();

  constructor(
    placed: readonly PlacedSetting[],
    { mostOfUse, makeWatch, concern }: ErrorRoutesOptions<Watch, Concerned>,
  ) {
    const named = new Set(placed.flatMap(({ setting }) => typeKeysOf(setting)));
    const sourcesOf = new Map(placed.map(({ setting, index }) => [index, countedTypes(setting, named)]));
    const found = new Map<string, { readonly times: ErrorTimes; readonly watches: Watch[] }>();
    for (const type of named) {
      const asking = placed.filter(({ index }) => sourcesOf.get(index)?.includes(type)).map(({ setting }) => setting);
      const times = new ErrorTimes(
        largest(asking, ({ window }) => windowInMs(window)),
        largest(asking, mostOfUse),
      );
      found.set(type, { times, watches: [] });
    }
    this.watches = placed.map(({ setting, index }) => {
      const own = (sourcesOf.get(index) ?? []).flatMap((type) => found.get(type) ?? []);
      const watch = makeWatch(
        setting,
        index,
        own.map(({ times }) => times),
      );
      for (const { watches } of own) watches.push(watch);
      return watch;
    });
    this.#byType = new Map(
      [...found].map(([type, { times, watches }]) => [
        type,
        { type, times, concerned: concern(watches, this.watches) },
      ]),
    );
  }

  /** In the order in which the settings first name the types. */
  all(): readonly ErrorRoute<Concerned>[] {
    return [...this.#byType.values()];
  }

  /** For an error of this type in any spelling. */
  find(type: string): Destination<Concerned> {
    return this.#bySpelling.get(type) ?? this.#add(type);
  }

  #add(type: string): Destination<Concerned> {
    const key = errorTypeKey(type);
    const route = this.#byType.get(key) ?? (isOtherHttpError(key) ? this.#byType.get(otherHttpError) : undefined);
    const destination = route ?? (isErrorType(type) ? 'not-counted' : 'unknown-type');
    if (this.#bySpelling.size >= mostSpellings) this.#bySpelling.clear();
    this.#bySpelling.set(type, destination);
    return destination;
  }
}

/** Not with `Math.max(…)`: there may be more settings than a call has arguments. */
function largest(settings: readonly AlertSetting[], measure: (setting: AlertSetting) => number): number {
  return settings.reduce((most, setting) => Math.max(most, measure(setting)), 0);
}

/** The error types of a setting, in one spelling and one order. */
export function typeKeysOf({ errorTypes }: AlertSetting): readonly string[] {
  return [...new Set(normalizeErrorTypes(errorTypes).map(errorTypeKey))].sort();
}

/** With `Any other HTTP error`, also those that other settings name, which are kept on their own. */
function countedTypes(setting: AlertSetting, named: ReadonlySet<string>): readonly string[] {
  const own = typeKeysOf(setting);
  if (!own.includes(otherHttpError)) return own;
  return [...new Set([...own, ...[...named].filter(isOtherHttpError)])];
}
