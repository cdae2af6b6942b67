import { installedCore } from '../../facts/installed-core.js';
import { installDualWriteCore } from '../remediation/install-dual-write-core.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgeEach } from '../verdict.js';
import { judgeSolution } from './judge-solution.js';

const mandatoryCore = '1.0.24073.3';

/** `DWDVEV9002`: the core solution should be 1.0.24073.3 or later. @public */
export const coreSolutionOutdated = defineCatalogueRule({
  code: 'DWDVEV9002',
  slug: 'core-solution-outdated',
  title: 'Dual-write core solution outdated',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'The installed core solution is older than 1.0.24073.3, mandatory since the end of November 2024.',
  impact: 'Pausing and resuming maps, and automatic actions of alerts, stop working.',
  needs: ['solutions'],
  notApplicable: ({ solutions }) =>
    solutions !== undefined && installedCore(solutions).rows.length === 0
      ? 'the core solution is not installed'
      : undefined,
  evaluate: ({ solutions }) => judgeEach([installedCore(solutions)], (core) => judgeSolution(core, mandatoryCore)),
  message: ({ version, minimum }: { version: string; minimum: string }, { id }) =>
    `${id} has version ${version}, older than ${minimum}`,
  remediation: {
    summary:
      'Update the dual-write core solution; also update finance and operations to platform build 7.0.7198.188 or 7.0.7279.121.',
    options: [installDualWriteCore],
  },
  sources: [sources.whatsNew],
});
