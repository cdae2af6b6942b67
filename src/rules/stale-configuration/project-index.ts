import { projectKeys } from '../../facts/keys.js';

/** Values under the names of projects, found by every name of the same project without comparing it with all of them. */
interface ProjectIndex<Value> {
  /** Keeps a value under a name, derived from the existing one. */
  readonly keep: (name: string, update: (earlier: Value | undefined) => Value) => void;
  /** The values that names of the same project are kept under. */
  readonly find: (name: string) => readonly Value[];
  /** The values that this very name is kept under: any other name of its project finds one of them. */
  readonly kept: (name: string) => readonly Value[];
  /** Whether nothing is kept. */
  readonly isEmpty: () => boolean;
}

/** An index of projects with nothing in it. */
export function createProjectIndex<Value extends object>(): ProjectIndex<Value> {
  const byKey = new Map<string, Value>();
  const byPart = new Map<string, Value>();
  return {
    keep: (name, update) => {
      const { key, parts } = projectKeys(name);
      byKey.set(key, update(byKey.get(key)));
      for (const part of parts) byPart.set(part, update(byPart.get(part)));
    },
    find: (name) => {
      const { key, parts } = projectKeys(name);
      return present([byKey.get(key), byPart.get(key), ...parts.map((part) => byKey.get(part))]);
    },
    kept: (name) => {
      const { key, parts } = projectKeys(name);
      return present([byKey.get(key), ...parts.map((part) => byPart.get(part))]);
    },
    isEmpty: () => byKey.size === 0,
  };
}

function present<Value>(values: readonly (Value | undefined)[]): readonly Value[] {
  return values.filter((value) => value !== undefined);
}
