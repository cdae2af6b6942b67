import type { Fact } from '../../facts/fact.js';
import { installedCore, isCoreOlder } from '../../facts/installed-core.js';
import { guidKey, nameKey } from '../../facts/keys.js';
import { installDualWriteCore } from '../remediation/install-dual-write-core.js';
import * as links from '../remediation/links.js';
import { withLink } from '../remediation/remediation.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { errorRowsInWords } from './sync-error-groups.js';

const leastCore = '1.0.24093.1';

/** How many error rows and jobs were seen; `null` where it is not known. */
type Args = { version: string; errors: number | null; jobs: number | null };

/** `DWDVEV9502`: dual-write async needs the core solution 1.0.24093.1 or later. @public */
export const asyncCoreOutdated = defineCatalogueRule({
  code: 'DWDVEV9502',
  slug: 'async-core-outdated',
  title: 'Core solution too old for dual-write async',
  origin: 'documented-check',
  validation: 'Operations',
  severity: 'warning',
  since: '0.2.0',
  meaning:
    'Dual-write async is in use, as its integration jobs or sync errors show, and the core solution is older than 1.0.24093.1.',
  impact: 'Integration jobs may not move data, and errors may not be recorded or retried as documented.',
  needs: ['solutions'],
  uses: ['syncErrors', 'integrationJobs'],
  notApplicable: ({ solutions, syncErrors, integrationJobs }) => {
    if (solutions !== undefined && installedCore(solutions).rows.length === 0) {
      return 'the core solution is not installed';
    }
    return syncErrors?.length === 0 && integrationJobs?.length === 0
      ? 'there is neither a sync error nor an integration job'
      : undefined;
  },
  evaluate: ({ solutions, syncErrors, integrationJobs }) => {
    const errors = distinctRows(syncErrors, ({ id }) => guidKey(id));
    const jobs = distinctRows(integrationJobs, ({ name }) => nameKey(name));
    const isInUse = (errors ?? 0) > 0 || (jobs ?? 0) > 0;
    return judgeEach(isInUse ? [installedCore(solutions)] : [], (core) => {
      const isTooOld = isCoreOlder(core, leastCore);
      if (isTooOld === undefined || core.highest === undefined) return missing('solutions', 'version');
      if (!isTooOld) return undefined;
      const { uniqueName, version } = core.highest;
      const args: Args = { version: version.join('.'), errors, jobs };
      return finding({ kind: 'solution', id: uniqueName }, args);
    });
  },
  message: ({ version, errors, jobs }: Args, { id }) => {
    const seen = [
      ...(jobs ? [`${jobs} integration ${jobs === 1 ? 'job' : 'jobs'}`] : []),
      ...(errors ? [errorRowsInWords(errors)] : []),
    ];
    return `${id} has version ${version}, dual-write async needs ${leastCore}; it is in use: ${seen.join(', ')}`;
  },
  remediation: {
    summary:
      'Update the dual-write core solution to 1.0.24093.1 or later; finance and operations must be 10.0.40 (platform update 64) or later.',
    options: [/* @__PURE__ */ withLink(installDualWriteCore, links.async)],
  },
  sources: [sources.async],
});

/** How many different rows were seen, in a partial fact too: a row that was seen is proof. `null` where neither is known. */
function distinctRows<Row>(fact: Fact<readonly Row[]>, keyOf: (row: Row) => string): number | null {
  return fact.status === 'known' ? new Set(fact.value.map(keyOf)).size : null;
}
