import { err, ok, type Result } from 'neverthrow';
import type { Fault } from '../fault.js';
import type { JsonIssue, JsonValue } from './json.js';
import { keepsValue, valueOfNode } from './json-node.js';
import { parseJson } from './parse-json.js';

/**
 * Rows in JSON, as `JSON.parse` reads them, but nothing is lost: a number that JavaScript does not keep, such as one beyond 2^53,
 * is the text of its digits, and a text in which a property is there twice is a fault.
 */
export function parseRows(text: string): Result<JsonValue, Fault<'invalid-json' | 'double-key'>> {
  const parsed = parseJson(text).mapErr(({ type, because, position }) => ({
    type,
    because: `is not JSON at character ${position}: ${because}`,
  }));
  return parsed.andThen((node) => {
    const issues: JsonIssue[] = [];
    const value = valueOfNode(node, '', issues, keepsValue);
    const twice = issues.find(({ type }) => type === 'double-key');
    if (twice === undefined) return ok(value);
    const because = `has ${twice.path} more than once: only one of its values would be read`;
    return err({ type: 'double-key' as const, because });
  });
}
