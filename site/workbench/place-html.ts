/** A place in the page that is filled piece by piece, as a browser fills a page that arrives slowly. */
export interface HtmlPlace {
  write(html: string): void;
  end(): void;
}

/**
 * Empties an element and fills it with HTML that arrives in pieces, which may end anywhere. Between two of them the page stays alive:
 * a long result that is set at once would stop it.
 */
export function htmlPlace(target: HTMLElement): HtmlPlace {
  // A parser that is open continues to write into an element that was moved to another document; nothing in it can run until then.
  const inert = document.implementation.createHTMLDocument('');
  inert.write('<div class="result-body">');
  const root = inert.body.firstElementChild;
  target.replaceChildren(...(root === null ? [] : [root]));
  return {
    write: (html) => inert.write(html),
    end: () => {
      inert.write('</div>');
      inert.close();
    },
  };
}
