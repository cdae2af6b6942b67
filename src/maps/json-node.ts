import { isJsonList, isJsonObject, type JsonIssue, type JsonObject, type JsonValue } from './json.js';

/**
 * JSON as it is written, but for the blanks: every property, even one that is there twice, in its order, and every text and
 * number with its characters. A value of JavaScript keeps neither.
 */
export type JsonNode = ObjectNode | ListNode | ScalarNode;

interface ObjectNode {
  readonly type: 'object';
  readonly members: readonly JsonMember[];
}

interface ListNode {
  readonly type: 'list';
  readonly items: readonly JsonNode[];
}

/** A text, number or word, as written. */
interface ScalarNode {
  readonly type: 'scalar';
  readonly text: string;
}

/** A property: its name, and its name as written. */
export interface JsonMember {
  readonly key: string;
  readonly keyText: string;
  readonly value: JsonNode;
}

/**
 * The value of a node. Of a key that is there twice it has the last value, as `JSON.parse` does, and that is an issue. A number
 * that JavaScript would write with other digits is a text with its digits, and an issue too.
 *
 * @param path - its place, for issues
 * @param isKept - whether JavaScript keeps a number, which is written in a text
 */
export function valueOfNode(node: JsonNode, path: string, issues: JsonIssue[], isKept = keepsDigits): JsonValue {
  switch (node.type) {
    case 'scalar':
      return valueOfScalar(node.text, path, issues, isKept);
    case 'list':
      return node.items.map((item, index) => valueOfNode(item, `${path}[${index}]`, issues, isKept));
    case 'object':
      return valueOfObject(node, path, issues, isKept);
  }
}

type IsKept = (value: number, text: string) => boolean;

function keepsDigits(value: number, text: string): boolean {
  return String(value) === text;
}

/** Whether a number is the same, even if it is written with other digits: up to fifteen of them always are. */
export function keepsValue(value: number, text: string): boolean {
  return keepsDigits(value, text) || /^-?[\d.]{1,15}$/.test(text);
}

function valueOfObject({ members }: ObjectNode, path: string, issues: JsonIssue[], isKept: IsKept): JsonObject {
  const object: Record<string, JsonValue> = {};
  for (const { key, value } of members) {
    const place = path === '' ? key : `${path}.${key}`;
    if (Object.hasOwn(object, key)) {
      issues.push({ type: 'double-key', path: place, message: 'is there more than once: the last one counts' });
    }
    const item = valueOfNode(value, place, issues, isKept);
    if (key !== '__proto__') object[key] = item;
    else Object.defineProperty(object, key, { value: item, enumerable: true, configurable: true, writable: true });
  }
  return object;
}

function valueOfScalar(text: string, path: string, issues: JsonIssue[], isKept: IsKept): JsonValue {
  if (text.startsWith('"')) return decodedText(text);
  const value: number | boolean | null = JSON.parse(text);
  if (typeof value !== 'number' || isKept(value, text)) return value;
  issues.push({ path, message: 'is a number that JavaScript would write with other digits: kept as text' });
  return text;
}

/** The text of a node that is one, decoded. */
export function encodedTextIn(node: JsonNode): string | undefined {
  return node.type === 'scalar' && node.text.startsWith('"') ? decodedText(node.text) : undefined;
}

/** A text that is written in quotes. */
export function decodedText(text: string): string {
  return text.includes('\\') ? JSON.parse(text) : text.slice(1, -1);
}

export function nodeOfValue(value: JsonValue): JsonNode {
  if (isJsonList(value)) return { type: 'list', items: value.map(nodeOfValue) };
  if (!isJsonObject(value)) return { type: 'scalar', text: JSON.stringify(value) };
  return {
    type: 'object',
    members: Object.entries(value).map(([key, item]) => memberOf(key, nodeOfValue(item))),
  };
}

export function memberOf(key: string, value: JsonNode): JsonMember {
  return { key, keyText: JSON.stringify(key), value };
}

/** JSON without blanks. */
export function textOfNode(node: JsonNode): string {
  switch (node.type) {
    case 'scalar':
      return node.text;
    case 'list':
      return `[${node.items.map(textOfNode).join()}]`;
    case 'object':
      return `{${node.members.map(({ keyText, value }) => `${keyText}:${textOfNode(value)}`).join()}}`;
  }
}
