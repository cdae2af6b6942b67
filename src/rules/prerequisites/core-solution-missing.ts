import { installedCore } from '../../facts/installed-core.js';
import { installDualWriteCore } from '../remediation/install-dual-write-core.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, inconclusive, judgeEach } from '../verdict.js';

/** `DWDVEV9001`: Dataverse must have the dual-write core solution. @public */
export const coreSolutionMissing = defineCatalogueRule({
  code: 'DWDVEV9001',
  slug: 'core-solution-missing',
  title: 'Dual-write core solution missing',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning: 'The dual-write core solution is not installed in Dataverse under any of its names.',
  impact: 'Dataverse has neither the tables that hold maps nor the plug-ins that send changes: linking is refused.',
  needs: ['solutions'],
  mayBePartial: ['solutions'],
  evaluate: ({ solutions }, { isPartial }) => {
    // A row that was seen is proof that the solution is there; a missing row proves something only when all rows were seen.
    const isInstalled = installedCore(solutions).rows.length > 0;
    if (!isInstalled && isPartial('solutions')) return inconclusive();
    const verdict = judgeEach([isInstalled], (isFine) =>
      isFine ? undefined : finding({ kind: 'solution', id: 'msdyn_DualWriteCore' }, {}),
    );
    return { ...verdict, proven: true };
  },
  message: () => 'the dual-write core solution is not installed in Dataverse',
  remediation: {
    summary: 'Install the dual-write core solution in this environment.',
    options: [installDualWriteCore],
  },
  sources: [sources.requirements, sources.lifecycle],
});
