import { buttonOf, elementOf } from './elements.js';
import { panelStyle } from './panel-style.js';

/** What the content of the panel gets of its frame. */
interface Frame {
  readonly close: HTMLButtonElement;
  /** Aborted when the panel is closed, or another one takes its place. */
  readonly closed: AbortSignal;
}

/**
 * Shows a panel on the page, in place of an earlier one. It is made node by node: pages may allow neither styles nor HTML that come as
 * text.
 */
export function openPanel(contentOf: (frame: Frame) => readonly Node[]): void {
  for (const earlier of document.querySelectorAll(tag)) earlier.dispatchEvent(new Event('close'));
  const host = elementOf(tag, {});
  const closing = new AbortController();
  host.addEventListener('close', () => {
    closing.abort();
    host.remove();
  });
  const close = buttonOf('Close', () => host.dispatchEvent(new Event('close')));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(panelStyle);
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [sheet];
  const title = 'Dual-write health: read this tab';
  const content = contentOf({ close, closed: closing.signal });
  shadow.append(elementOf('section', { role: 'dialog', 'aria-label': title }, elementOf('h1', {}, title), ...content));
  document.documentElement.append(host);
}

const tag = 'dual-write-health-collect';
