import { asJson } from '../as-json.js';
import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';
import { governanceOptions } from '../options.js';
import type { ShownInputs } from '../shown-inputs.js';

export const show = defineCommand({
  path: 'show',
  isDefault: true,
  summary: 'say what files or texts are, and show them as fits: the command that needs no name',
  description:
    'Say what files, folders or texts are, and show them as fits: a report, what an error means, sync errors, activity, maps, a plan. It is meant where no command is named.',
  exitCodes: {
    0: 'nothing found',
    1: 'something found or in the way, in one of the things that are shown',
    2: 'not everything is known, or something could not be used',
  },
  guide: 'inputs.md',
  arguments: {
    inputs: {
      type: 'files',
      isOptional: true,
      description: 'files, folders, - for standard input, codes, topics or texts; without any, standard input',
    },
  },
  options: {
    dataverse: {
      type: 'text',
      value: 'url',
      description: 'which environment is meant, where the files are of several',
    },
    finops: { type: 'text', value: 'url', description: 'the same, by its address of finance and operations' },
    config: governanceOptions.config,
  },
  load: () => import('../run/show.js'),
  renderers: {
    ...documentFormats(undefined, async () => (await import('../shown-inputs.js')).shownInputsDocument),
    json: ({ inputs, results: [first, ...more], unused }: ShownInputs) => {
      if (more.length === 0 && unused.length === 0) return asJson(first.json);
      const results = [first, ...more].map(({ json }) => json);
      return asJson({ schemaVersion: 1, kind: 'results', inputs, results, unused });
    },
  },
  examples: [
    'dual-write-health recording.har',
    'dual-write-health snapshot.json error.txt',
    'dual-write-health "Unable to write data to entity accounts"',
  ],
});
