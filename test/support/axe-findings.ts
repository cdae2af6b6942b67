import axe from 'axe-core';
import type { Page } from 'playwright-core';

type Axe = { readonly axe?: typeof axe };

/** What axe finds in a page as it is now: the rule, and where. Only findings leave the page, which is most of the time. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Not as a script in the page, which its policy forbids. It is read once.
  const isThere = await page.evaluate(() => (globalThis as Axe).axe !== undefined);
  if (!isThere) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const found = await (globalThis as Axe).axe?.run(document, { resultTypes: ['violations'] });
    if (found === undefined) throw new Error('axe is not in the page');
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
}
