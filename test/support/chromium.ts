import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/**
 * A real Chromium that needs no installation and talks to nobody by itself. Whoever launches it closes it. Not with the
 * arguments that its package proposes for cloud functions: those turn web security off, and all pages share one process,
 * so that the first one that closes ends them all.
 */
export async function launchChromium(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
    headless: true,
  });
}
