import { nameKey } from '../../facts/keys.js';
import type { AlertSetting } from './alert-setting.js';
import { errorTypeKey, keysOfEvent } from './error-type.js';

/** A setting with its place in the list. */
export interface PlacedSetting {
  readonly setting: AlertSetting;
  readonly index: number;
}

/** With more spellings than this they are collected anew: free text from outside is not to fill the memory. */
const mostSpellings = 1_000;

/**
 * Settings that ask for the same error types share one counter. This finds the counters that an event concerns, each once.
 */
export class ErrorRoutes<Counter> {
  /** In the order in which the first setting of each stands. */
  readonly counters: readonly { readonly types: readonly string[]; readonly counter: Counter }[];
  readonly #byType = new Map<string, Counter[]>();
  readonly #bySpelling = new Map<string, readonly Counter[]>();

  constructor(placed: readonly PlacedSetting[], make: (sharing: readonly PlacedSetting[]) => Counter) {
    const groups = new Map<string, { readonly types: readonly string[]; readonly sharing: PlacedSetting[] }>();
    for (const one of placed) {
      const types = typeKeysOf(one.setting);
      const id = JSON.stringify(types);
      const group = groups.get(id) ?? { types, sharing: [] };
      group.sharing.push(one);
      groups.set(id, group);
    }
    this.counters = [...groups.values()].map(({ types, sharing }) => ({ types, counter: make(sharing) }));
    for (const { types, counter } of this.counters) {
      for (const type of types) this.#byType.set(type, [...(this.#byType.get(type) ?? []), counter]);
    }
  }

  /** The counters for an error of this type, in whatever spelling. */
  find(type: string): readonly Counter[] {
    const known = this.#bySpelling.get(type);
    if (known !== undefined) return known;
    const found = [...new Set(keysOfEvent(type).flatMap((key) => this.#byType.get(key) ?? []))];
    if (this.#bySpelling.size >= mostSpellings) this.#bySpelling.clear();
    this.#bySpelling.set(type, found);
    return found;
  }
}

/** The error types of a setting, in one spelling and one order. */
export function typeKeysOf({ errorTypes }: AlertSetting): readonly string[] {
  return [...new Set(errorTypes.map(errorTypeKey))].sort();
}

/** The same for two settings of the same name. */
export function settingKey({ name }: AlertSetting): string {
  return nameKey(name);
}
