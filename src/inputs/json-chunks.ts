import { deepestNesting } from '../adapters/recorded/is-nested-too-deeply.js';

/** Splits the text of a JSON document into the texts of the items of one array in it, without parsing them. */
export interface JsonChunks {
  /** Takes the next part of the text, and returns the items that end in it. */
  readonly push: (text: string) => readonly string[];
  readonly progress: () => JsonProgress;
}

/** How far a text has been split. */
export interface JsonProgress {
  /** How many such arrays have begun. */
  readonly arrays: number;
  /** How many objects and arrays that are not inside another one have begun: several are JSON Lines. */
  readonly documents: number;
  /** Whether the last one of them has ended. */
  readonly isWhole: boolean;
  /** How many items were left out because they are too long, or nested too deeply. */
  readonly leftOut: number;
}

const quote = 34;
const comma = 44;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** In characters. No service sends answers that long. */
const longestItem = 64 * 1024 * 1024;
const longestName = 100;

/**
 * A splitter for the array at the end of `path`, the names of the properties that lead to it from the root, in lower case. Only
 * brackets, quotes, colons and commas are looked at: what is between them is checked when an item is parsed.
 *
 * A streaming parser is not used, because it needs up to fifty times as long for text with many escaped characters.
 */
export function jsonChunks(path: readonly string[]): JsonChunks {
  let depth = 0;
  let isInText = false;
  let isEscaped = false;
  /** Inside the array: brackets of items are deeper than this. */
  let arrayDepth: number | undefined;
  let arrays = 0;
  let documents = 0;
  let leftOut = 0;
  /** The names that lead here, as far as the path is long, and the last text at that depth. */
  const names: string[] = [];
  let name = '';
  let item = '';
  let isItemDropped = false;

  return {
    push,
    progress: () => ({ arrays, documents, isWhole: documents > 0 && depth === 0 && !isInText, leftOut }),
  };

  function push(text: string): readonly string[] {
    const items: string[] = [];
    let itemStart = 0;
    let nameStart = 0;
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (code === backslash) isEscaped = true;
        else if (code === quote) {
          isInText = false;
          if (depth <= path.length) name = `${name}${text.slice(nameStart, place)}`.slice(0, longestName);
        }
      } else if (code === quote) {
        isInText = true;
        if (depth > path.length) continue;
        name = '';
        nameStart = place + 1;
      } else if (code === openBrace || code === openBracket) {
        if (depth === 0) documents += 1;
        if (code === openBracket && depth === path.length && isAtPath()) {
          arrayDepth = depth + 1;
          arrays += 1;
          itemStart = place + 1;
        }
        depth += 1;
        if (arrayDepth !== undefined && depth - arrayDepth > deepestNesting) dropItem();
      } else if (code === closeBrace || code === closeBracket) {
        if (depth === arrayDepth) {
          takeItem(place);
          arrayDepth = undefined;
        }
        depth = Math.max(0, depth - 1);
      } else if (code === comma) {
        if (depth === arrayDepth) takeItem(place);
      } else if (code === colon && depth > 0 && depth <= path.length) {
        names.length = depth - 1;
        names[depth - 1] = name.toLowerCase();
      }
    }
    if (arrayDepth !== undefined) keep(text.slice(itemStart));
    else if (isInText && depth <= path.length) name = `${name}${text.slice(nameStart)}`.slice(0, longestName);
    return items;

    function takeItem(end: number): void {
      keep(text.slice(itemStart, end));
      if (isItemDropped) leftOut += 1;
      else if (item.trim() !== '') items.push(item);
      item = '';
      isItemDropped = false;
      itemStart = end + 1;
    }
  }

  function keep(part: string): void {
    if (item.length + part.length > longestItem) dropItem();
    else if (!isItemDropped) item += part;
  }

  function dropItem(): void {
    isItemDropped = true;
    item = '';
  }

  function isAtPath(): boolean {
    return path.every((wanted, index) => names[index] === wanted);
  }
}
