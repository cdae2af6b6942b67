/**
 * A file of an unpacked solution.
 * @public
 */
export interface SolutionPart {
  /** Its place in the solution, with `/` or `\` between folders; its name alone, if more is not known. */
  readonly path: string;
  readonly text: string;
}

/** What a file is for: its content decides. */
export type SolutionPartRole = 'manifest' | 'customizations' | 'component';

/** The role of a file by its outermost elements; `undefined` if it is not one of a solution with maps. */
export function roleOf(text: string): SolutionPartRole | undefined {
  const [root, first] = outermostElements(text);
  if (root === 'solutionmanifest') return 'manifest';
  if (root === 'importexportxml') return first === 'solutionmanifest' ? 'manifest' : 'customizations';
  return root?.startsWith('msdyn_dualwriteentitymap') === true ? 'component' : undefined;
}

/** The local names, in lower case, of the root and of the first element in it, as far as they are there. */
function outermostElements(text: string): readonly string[] {
  const names: string[] = [];
  // A sticky pattern for each thing that may precede an element: it continues where the last one ended.
  for (let at = 0; at < text.length && names.length < 2; ) {
    const token = /[\s\uFEFF]+|<\?[^>]*>|<!--|<([\w:.-]+)(?=[\s/>])[^>]*>?/y;
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) break;
    const [all, name] = found;
    if (name !== undefined) names.push(name.slice(name.indexOf(':') + 1).toLowerCase());
    const end = all === '<!--' ? text.indexOf('-->', at) : at + all.length;
    if (end < 0) break;
    at = all === '<!--' ? end + '-->'.length : end;
  }
  return names;
}

/** The path with `/` between folders. */
export function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
