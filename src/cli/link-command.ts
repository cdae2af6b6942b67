import type { SnapshotFacts } from '../facts/snapshot.js';

/**
 * The command that was typed, with the companies that are enabled for dual-write in Dataverse as the linked ones: a proposal for a
 * person who can compare them with the Dual-write page. No service tells which companies are linked.
 *
 * @returns `undefined` when the link is known, when no company is enabled, and for words that no shell takes as they are
 */
export function linkCommand(
  typed: readonly string[],
  { link, companies }: SnapshotFacts,
  platform: NodeJS.Platform,
): string | undefined {
  if (link?.status === 'known' || companies?.status !== 'known') return undefined;
  const enabled = companies.value.filter(
    ({ active, enabledForDualWrite }) => active !== false && enabledForDualWrite === true,
  );
  const codes = enabled.flatMap(({ code }) => (code !== null && isHarmless.test(code.trim()) ? [code.trim()] : []));
  if (codes.length === 0) return undefined;
  const words = ['dual-write-health', ...typed, '--legal-entities', [...new Set(codes)].join(',')];
  const quoted = words.map(platform === 'win32' ? onWindows : onOthers);
  return quoted.every((word) => word !== undefined) ? quoted.join(' ') : undefined;
}

/** Codes come from outside, and the command is there to be pasted: other characters mean something to some shell. */
const isHarmless = /^\w[\w-]{0,29}$/;

/** A word as sh and its kin read it. */
function onOthers(word: string): string | undefined {
  if (/^[\p{L}\p{N}_@+:,./-]+$/u.test(word)) return word;
  return /['\p{C}\p{Zl}\p{Zp}]/u.test(word) ? undefined : `'${word}'`;
}

/** A word as both shells of Windows read it. PowerShell takes commas for its own. */
function onWindows(word: string): string | undefined {
  if (/^[\p{L}\p{N}_+:./\\-]+$/u.test(word)) return word;
  return /^[\p{L}\p{N}_@+=:,./\\ ()-]*[\p{L}\p{N}_@+=:,./ ()-]$/u.test(word) ? `"${word}"` : undefined;
}
