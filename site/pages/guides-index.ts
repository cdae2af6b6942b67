import type { SitePage } from './site-page.js';

interface Group {
  readonly title: string;
  /** The name of each guide, and what it answers. */
  readonly guides: Readonly<Record<string, string>>;
}

/** Every guide once, by what its readers want. */
const groups: readonly Group[] = [
  {
    title: 'Find what is wrong',
    guides: {
      'getting-started': 'the first check, with a file, a browser or a sign-in',
      'har-walk-through':
        'five minutes with a browser: record the Dual-write page, or read a signed-in tab with a script',
      'ways-to-read': 'what each way to read needs, reads and leaves behind, for the person who decides',
      inputs: 'which files and texts are understood, and how to make each of them',
      workbench: 'the page that reads files in a browser, also as one file from a disk',
      toolbox: 'the workbench in Power Platform ToolBox, with the connections that you have there',
      diagnosis: 'what an error text means, also in logs, in other languages and in code',
      outcomes: 'what passed, failed, inconclusive and the others mean, and the verdict that follows',
      'live-environments': 'reading the services directly: sign-in, permissions, which fact comes from where',
    },
  },
  {
    title: 'Run and move maps',
    guides: {
      maps: 'list, compare and export table maps, and choose their versions',
      'map-design': 'faults in the mappings of saved maps',
      solutions: 'solutions that contain maps: read, back up, plan, verify',
      'solution-guides': 'step by step: moving maps between environments with solutions',
      operations: 'sync errors, alerts and the activity of maps',
    },
  },
  {
    title: 'Keep it healthy',
    guides: {
      governance: 'configuration, suppressions with an expiry, baselines, many environments',
      testing: 'checks as tests, in Vitest and other runners',
      reliability: 'what happens when a service does not answer as expected',
      redaction: 'what is removed from a snapshot before it is saved',
    },
  },
  {
    title: 'Look up',
    guides: {
      commands: 'every command in one line',
      glossary: 'terms of dual-write and of this library',
      documents: 'every result and its formats, in code and on the command line',
      benchmarks: 'what checks cost',
    },
  },
  {
    title: 'Change or extend it',
    guides: {
      'writing-an-adapter': 'facts from your own tool',
      'writing-a-rule': 'your own check, or a new one for everybody',
      architecture: 'how the parts fit together',
      site: 'how these pages and the workbench are made',
      decisions: 'why it is as it is',
      dependencies: 'what is installed, why, and what else there is',
    },
  },
];

/** The list of all guides, as Markdown. */
export function guidesIndex(pages: readonly SitePage[]): string {
  const left = new Map(pages.filter(({ kind }) => kind === 'guide').map((page) => [page.file, page]));
  const sections = groups.map(({ title, guides }) => {
    const lines = Object.entries(guides).map(([name, answers]) => {
      const page = left.get(`${name}.md`);
      if (page === undefined) throw new Error(`there is no guide docs/${name}.md`);
      left.delete(page.file);
      return `- [${page.title}](${page.file}): ${answers}`;
    });
    return `## ${title}\n\n${lines.join('\n')}`;
  });
  const [file] = left.keys();
  if (file !== undefined) throw new Error(`docs/${file} belongs into a group of site/pages/guides-index.ts`);
  return `# Guides\n\n${sections.join('\n\n')}\n`;
}
