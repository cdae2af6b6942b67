import { isRecord, textOf } from '../../src/adapters/lenient-json.js';
import { hostKey } from '../../src/facts/keys.js';

/*
 * What this tool calls of Power Platform ToolBox, declared here because its own declarations have another license. Nothing is
 * taken for granted: an older or newer ToolBox may lack a call or answer with something else.
 *
 * Source: *Tool development*, documentation of Power Platform ToolBox 1.2, 2026.
 */

/** The two connections that a tool can have. */
export type ConnectionTarget = 'primary' | 'secondary';

/** A connection that a person chose for the tool. */
export interface HostConnection {
  readonly id: string;
  readonly name: string;
  /** The address of the Dataverse environment: `https://host`. */
  readonly url: string;
}

/** ToolBox, as far as it is used: the connections and reads of Dataverse, nothing that writes. */
export interface ToolboxHost {
  /** The connection; `undefined` if there is none. It rejects if ToolBox does. */
  readonly connection: (target: ConnectionTarget) => Promise<HostConnection | undefined>;
  /** Sends a GET request; the path continues after `api/data/v9.2/`. */
  readonly queryData: (path: string, target: ConnectionTarget) => Promise<unknown>;
  /** Calls the listener when a connection may have changed. */
  readonly onConnectionEvent: (listener: () => void) => void;
  /** Opens a page in the browser of the person; `undefined` where ToolBox cannot. */
  readonly openPage: ((url: string) => Promise<unknown>) | undefined;
}

/** ToolBox in a page that it shows; `undefined` in a page that something else shows. */
export function toolboxHost(page: object): ToolboxHost | undefined {
  const { toolboxAPI, dataverseAPI }: { readonly toolboxAPI?: unknown; readonly dataverseAPI?: unknown } = page;
  const connections = memberOf(toolboxAPI, 'connections');
  const queryData = callOf(dataverseAPI, 'queryData');
  const active = callOf(connections, 'getActiveConnection');
  if (queryData === undefined || active === undefined) return undefined;
  const secondary = callOf(connections, 'getSecondaryConnection');
  const listen = callOf(memberOf(toolboxAPI, 'events'), 'on');
  return {
    connection: async (target) => connectionIn(await (target === 'primary' ? active() : secondary?.())),
    queryData,
    onConnectionEvent: (listener) => void listen?.(listener),
    openPage: callOf(memberOf(toolboxAPI, 'utils'), 'openInConnectionBrowser'),
  };
}

type Call = (...values: readonly unknown[]) => Promise<unknown>;

/** A call of ToolBox, which rejects where it throws. */
function callOf(holder: unknown, name: string): Call | undefined {
  const call = memberOf(holder, name);
  return typeof call === 'function' ? async (...values) => call.apply(holder, values) : undefined;
}

function memberOf(holder: unknown, name: string): unknown {
  return isRecord(holder) ? holder[name] : undefined;
}

/** A connection without an address that is one is not a connection. */
function connectionIn(answer: unknown): HostConnection | undefined {
  const [id, name, address = ''] = [textOf(answer, 'id'), textOf(answer, 'name'), textOf(answer, 'url')];
  const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  if (hostKey(whole) === undefined || !URL.canParse(whole)) return undefined;
  const url = new URL(whole).origin;
  return { id: id ?? url, name: name ?? url, url };
}
