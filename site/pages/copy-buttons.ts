/**
 * A button for each block of code, one for a script that the page offers, and one for the whole page as Markdown where the page has a link
 * to it.
 */
export function addCopyButtons(page: Document): void {
  for (const block of page.querySelectorAll('.prose pre')) {
    const button = buttonOf(page, 'Copy', () => block.textContent ?? '');
    const frame = page.createElement('div');
    frame.className = 'code';
    block.replaceWith(frame);
    frame.append(block, button);
  }
  for (const script of page.querySelectorAll<HTMLAnchorElement>('.prose a[href$="-collect.js"]'))
    script.after(' ', buttonOf(page, 'Copy the script', fetched(script)));
  const link = page.querySelector<HTMLAnchorElement>('#as-markdown');
  link?.replaceWith(buttonOf(page, 'Copy as Markdown', fetched(link)));
}

/** Fetched at once: nothing is requested after the page has loaded. */
function fetched({ href }: HTMLAnchorElement): () => Promise<string> {
  const text = fetch(href).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)));
  text.catch(() => {}); // the button says that it could not be copied
  return () => text;
}

function buttonOf(page: Document, label: string, text: () => string | Promise<string>): HTMLButtonElement {
  const button = page.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = label;
  button.addEventListener('click', async () => {
    const done = await Promise.resolve(text())
      .then((copied) => navigator.clipboard.writeText(copied))
      .then(
        () => 'Copied',
        () => 'Could not be copied',
      );
    button.textContent = done;
    setTimeout(() => {
      button.textContent = label;
    }, 2_000);
  });
  return button;
}
