import type { Signature } from './topic.js';

/** How the product words the codes of its health check, for texts that lack the code; none for our own codes. */
export function messagesOf(code: string): readonly Signature[] {
  return messages.get(code) ?? [];
}

const messages: ReadonlyMap<string, readonly Signature[]> = /* @__PURE__ */ new Map<string, readonly Signature[]>([
  ['DWDVEV1001', [{ all: ['missing dataverse apihub connection'] }]],
  ['DWFOEV1001', [{ all: ['missing finance and operations apps apihub connection'] }]],
  ['DWDVEV1002', [{ all: ['dataverse deprecated connection is getting used for new regions'] }]],
  ['DWDVEV1003', [{ all: ['company mismatched between dual write and dataverse'] }]],
  [
    'DWFOEV1003',
    [
      { all: ['company mismatched between dual write and finance and operations'] },
      { all: ['company mismatched between dual write and FO'] },
    ],
  ],
  [
    'DWDVEV1004',
    [
      { all: ['stale dual write configurations are present in dataverse'] },
      { all: ['stale dual write configuration present in DV'] },
    ],
  ],
  [
    'DWFOEV1004',
    [
      { all: ['stale dual write configurations are present in finance and operations'] },
      { all: ['stale dual write configuration present in FO'] },
    ],
  ],
  ['DWFOEV1006', [{ all: ['default team name mismatch for dataverse and dual write'] }]],
  ['DWDVEV1007', [{ all: ['default owning team is not present in company'] }]],
]);
