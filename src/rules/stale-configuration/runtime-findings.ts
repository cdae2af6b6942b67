import { guidKey, isBlank } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import type { Subject } from '../verdict.js';
import { pairOf } from './project-findings.js';

type RuntimeConfiguration = Facts['runtimeConfigurations'][number];

/** What a finding about a runtime configuration says in any case: its two sides, and its project where it names one. */
export type RuntimeArgs = { map: string; projectName: string | null };

/** A runtime configuration as the subject of a finding. */
export function runtimeSubject(row: RuntimeConfiguration): Subject {
  return { kind: 'runtime-configuration', id: guidKey(row.id), name: pairOf(row) };
}

/** The args of a finding about a runtime configuration. */
export function runtimeArgs(row: RuntimeConfiguration): RuntimeArgs {
  return { map: pairOf(row), projectName: isBlank(row.projectName) ? null : row.projectName.trim() };
}

/** The row as a message names it. */
export function runtimeInWords({ map, projectName }: RuntimeArgs, { id }: Subject): string {
  return `the runtime configuration ${id} (${map}, ${projectName === null ? 'no project name' : `project ${projectName}`})`;
}
