/** A button for each block of code, and one for the whole page as Markdown where the page has a link to it. */
export function addCopyButtons(page: Document): void {
  for (const block of page.querySelectorAll('.prose pre')) {
    const button = buttonOf(page, 'Copy', () => block.textContent ?? '');
    const frame = page.createElement('div');
    frame.className = 'code';
    block.replaceWith(frame);
    frame.append(block, button);
  }
  const link = page.querySelector<HTMLAnchorElement>('#as-markdown');
  if (link !== null) {
    const fetched = fetch(link.href).then((answer) => answer.text());
    link.replaceWith(buttonOf(page, 'Copy as Markdown', () => fetched));
  }
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
