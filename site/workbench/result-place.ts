import { type HtmlPlace, htmlPlace } from './place-html.js';

/** A place for results whose HTML arrives in pieces. */
export interface ResultPlace {
  /** What is added from here on is another result; the rest of the one before is not placed. `onWhole` is called when all of it is there. */
  begin(onWhole: () => void): void;
  add(html: string, isLast: boolean): void;
}

interface Placing {
  readonly onWhole: () => void;
  place?: HtmlPlace;
  html: string;
  isWhole: boolean;
}

/** How much is placed at once, in characters, and how long placing and drawing it may take, in milliseconds. */
const least = 2_048;
const most = 65_536;
const long = 24;
const short = 8;

/**
 * Fills an element part by part; between two of them the page draws and listens. Each part is measured: after one that took long the next
 * is smaller.
 */
export function resultPlace(target: HTMLElement): ResultPlace {
  let length = 4 * least;
  let placing: Placing | undefined;
  let isRunning = false;

  return {
    begin: (onWhole) => {
      placing = { onWhole, html: '', isWhole: false };
    },
    add: (html, isLast) => {
      if (placing === undefined) return;
      placing.html += html;
      placing.isWhole = isLast;
      if (!isRunning) void run();
    },
  };

  async function run(): Promise<void> {
    isRunning = true;
    for (let own = placing; own !== undefined && (own.html !== '' || own.isWhole); own = placing) {
      const took = placePart(own);
      if (own.html === '' && own.isWhole) {
        own.place?.end();
        placing = undefined;
        own.onWhole();
      } else {
        const all = took + (await drawn());
        length = all > long ? Math.max(least, length / 2) : all < short ? Math.min(most, length * 2) : length;
      }
    }
    isRunning = false;
  }

  /** @returns how long that took, in milliseconds */
  function placePart(own: Placing): number {
    const start = performance.now();
    own.place ??= htmlPlace(target);
    own.place.write(own.html.slice(0, length));
    own.html = own.html.slice(length);
    return performance.now() - start;
  }
}

/** Resolves when the page has drawn what was placed, with how long that took in milliseconds; in a page that nobody looks at, after a moment. */
function drawn(): Promise<number> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(0), 100);
    requestAnimationFrame(() => {
      const start = performance.now();
      setTimeout(() => {
        clearTimeout(late);
        resolve(performance.now() - start);
      });
    });
  });
}
