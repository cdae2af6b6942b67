/** Splits the text of a JSON array into the texts of its items, without parsing them. */
export interface JsonArraySplitter {
  /** Takes the next part of the text, and returns the items that end in it. */
  readonly push: (text: string) => readonly string[];
  /** Whether all was one array, once the text has ended. */
  readonly isWhole: () => boolean;
}

const quote = 34;
const comma = 44;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** No record is that long, and no text may be much longer. */
const longestItem = 32 * 1024 * 1024;

export function jsonArraySplitter(): JsonArraySplitter {
  /** 1 in the array, more in an item. */
  let depth = 0;
  let isInText = false;
  let isEscaped = false;
  let isBroken = false;
  let hasEnded = false;
  let hasItems = false;
  let item = '';

  function push(text: string): readonly string[] {
    const items: string[] = [];
    let start = 0;
    for (let place = 0; place < text.length && !isBroken; place += 1) {
      const code = text.charCodeAt(place);
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (code === backslash) isEscaped = true;
        else if (code === quote) isInText = false;
      } else if (code === quote) {
        isInText = true;
      } else if (code === openBracket || code === openBrace) {
        depth += 1;
        if (depth > 1) continue;
        isBroken = hasEnded;
        start = place + 1;
      } else if (code === closeBracket || code === closeBrace) {
        depth -= 1;
        if (depth > 0) continue;
        isBroken = code === closeBrace || depth < 0;
        hasEnded = true;
        takeItem(place);
      } else if (code === comma && depth === 1) {
        hasItems = true;
        takeItem(place);
      }
    }
    item += text.slice(start);
    isBroken ||= item.length > longestItem || (hasEnded && item.trim() !== '');
    return items;

    /** An array may hold nothing at all, but there is something on both sides of a comma. */
    function takeItem(end: number): void {
      const whole = item + text.slice(start, end);
      if (hasItems || whole.trim() !== '') items.push(whole);
      item = '';
      start = end + 1;
    }
  }

  return { push, isWhole: () => hasEnded && !isBroken };
}
