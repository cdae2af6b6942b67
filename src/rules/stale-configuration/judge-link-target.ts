import { hostKey } from '../../facts/keys.js';
import type { Side } from '../api-hub-connection/link-connections.js';
import { finding, judgeEach, notProvided } from '../verdict.js';

/** Whether the link names the environment that was read on one side, by the hosts of the two addresses. */
export function judgeLinkTarget(side: Side, linkedUrl: string | null | undefined, readUrl: string) {
  const [linked, read] = [hostKey(linkedUrl), hostKey(readUrl)];
  if (linked === undefined || read === undefined) return notProvided();
  return judgeEach([{ linked, read }], (hosts) =>
    linked === read ? undefined : finding({ kind: 'environment', id: side }, hosts),
  );
}
