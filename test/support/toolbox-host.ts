import type { HostConnection, ToolboxHost } from '../../site/pptb/toolbox-host.js';

/** A call of ToolBox that was made. */
export interface HostCall {
  readonly path: string;
  readonly target: string;
}

/**
 * What ToolBox does with a path, as its documentation says: one GET request to the connection, annotations with every value, and
 * errors as text, `code: message` or `HTTP status: body`.
 */
export async function queryAsToolbox(url: string, path: string): Promise<unknown> {
  const answer = await fetch(`${url}/api/data/v9.2/${path}`, {
    headers: { accept: 'application/json', prefer: 'return=representation,odata.include-annotations="*"' },
    redirect: 'manual',
  }).catch((error) => {
    throw new Error(`Request failed: ${error.cause?.message ?? error.message}`);
  });
  const text = await answer.text();
  const body = jsonIn(text);
  if (answer.ok) return withAnnotations(body ?? {}); // what is not JSON becomes an empty object there
  const { error } = (body ?? {}) as { readonly error?: { readonly code: string; readonly message: string } };
  if (error !== undefined) throw new Error(`${error.code}: ${error.message}`);
  throw new Error(body === undefined ? `HTTP ${answer.status}: ${text}` : `HTTP ${answer.status}`);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withAnnotations(body: unknown): unknown {
  const { value } = body as { readonly value?: unknown };
  if (!Array.isArray(value)) return body;
  const row = (one: object) => ({ ...one, 'statecode@OData.Community.Display.V1.FormattedValue': 'Active' });
  return { ...(body as object), value: value.map(row) };
}

/** As errors of the main process of ToolBox arrive in a page. */
export function asThrown(message: string): Error {
  return new Error(`Error invoking remote method 'dataverse.queryData': Error: Dataverse queryData failed: ${message}`);
}

/** ToolBox with one or two connections, over servers of the test. */
export function fakeToolbox(connections: {
  primary?: HostConnection | undefined;
  secondary?: HostConnection | undefined;
}) {
  const calls: HostCall[] = [];
  const host: ToolboxHost = {
    connection: async (target) => connections[target],
    queryData: async (path, target) => {
      calls.push({ path, target });
      const url = connections[target]?.url;
      if (url === undefined) throw asThrown('No connection found for this tool instance. Please ensure …');
      return queryAsToolbox(url, path).catch((error: Error) => {
        throw asThrown(error.message);
      });
    },
    onConnectionEvent: () => {},
    openPage: undefined,
  };
  return { host, calls, connections };
}
