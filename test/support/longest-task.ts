import type { Browser, Page } from 'playwright-core';

/** Of an event of the tracing of Chromium, what is used here. Times are in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Tests of the longest task are tried again: a page that is slow is slow each time, and a machine that is interrupted is not. */
export const attempts = { retry: 2 };

/** What `referenceWork` takes on a machine with nothing else to do: 2 cores of a server of 2025. */
const referenceMilliseconds = 20;
const references = 7;

/**
 * The longest task of the main thread of a page while something is done, in milliseconds of the processor of a quiet machine: an empty page
 * does the same work before and after it, and where that takes twice as long each millisecond counts half. The time on a clock would say as
 * much about what else runs on the machine.
 */
export async function longestTask(page: Page, act: () => Promise<void>): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser');
  const empty = await browser.newPage();
  await referenceTask(browser, empty); // the first one waits for what a page does when it opens
  const before = await referenceTask(browser, empty);
  const [longest = 0] = await tasksOf(browser, page, act);
  const after = await referenceTask(browser, empty);
  await empty.close();
  return (longest * referenceMilliseconds) / Math.max(referenceMilliseconds, (before + after) / 2);
}

/** The median of some runs of the reference work. */
async function referenceTask(browser: Browser, page: Page): Promise<number> {
  const times = await tasksOf(browser, page, async () => {
    for (let run = 0; run < references; run += 1) await page.evaluate(referenceWork);
  });
  return times[Math.floor(references / 2)] ?? 0;
}

/** As pages work: objects, text, and elements with a layout. Runs in the page. */
function referenceWork(): number {
  const list = document.createElement('ul');
  for (let item = 0; item < 600; item += 1) {
    const { words } = JSON.parse(JSON.stringify({ item, words: `item ${item} of many `.repeat(20) })) as {
      words: string;
    };
    const element = document.createElement('li');
    element.textContent = words.replaceAll(/\d+/g, (digits) => `<${digits}>`);
    list.append(element);
  }
  document.body.append(list);
  const height = list.offsetHeight;
  list.remove();
  return height;
}

/** How long each task of the main thread of pages took, in milliseconds of the processor, the longest first. */
async function tasksOf(browser: Browser, page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await act();
  // Safe: the format of traces, and what is used of it.
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  const times = trace.traceEvents
    .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && main.has(threadOf(event)))
    .flatMap(({ tdur }) => tdur ?? []);
  if (times.length === 0) throw new Error('the browser measured no task');
  return times.map((time) => time / 1_000).sort((one, other) => other - one);
}
