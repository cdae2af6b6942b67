import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A row of a fake table, its key first; lists are what `$expand` may ask for. */
export type TableRow = Readonly<Record<string, unknown>>;

/** What the server holds: entity sets of both OData dialects, the version actions, and the Power Platform's documents by path. */
export interface Holdings {
  readonly dataverse: Readonly<Record<string, readonly TableRow[]>>;
  readonly finops: Readonly<Record<string, readonly TableRow[]>>;
  /** The sets of the metadata service of finance and operations; it answers whole rows. */
  readonly metadata?: Readonly<Record<string, readonly TableRow[]>>;
  readonly actions: Readonly<Record<string, string>>;
  readonly documents: Readonly<Record<string, unknown>>;
  /** What the functions of Dataverse answer, by name; one that is left out is not installed. */
  readonly functions?: Readonly<Record<string, unknown>>;
  /** The depth of each privilege that the caller does not hold for the whole organization; `null` for one not held at all. */
  readonly privileges?: Readonly<Record<string, 'Basic' | 'Local' | 'Deep' | 'Global' | null>>;
}

/** Answers instead of the server; `undefined` lets it continue. */
export type Fault = (request: Asked, response: ServerResponse) => boolean | Promise<boolean>;

/** A request as it came. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly url: string;
}

export interface LiveServer {
  readonly url: string;
  readonly requests: readonly Asked[];
  readonly mostAtATime: () => number;
  readonly close: () => Promise<void>;
}

/**
 * A server on loopback that speaks as the real services do: paging, `$select`, `$filter` and `$expand` are real, and every
 * expanded row has a link that leads to the same rows again.
 */
export async function startLiveServer(
  holdings: Holdings,
  options: {
    readonly pageSize?: number;
    readonly delayMs?: number;
    readonly fault?: Fault;
    readonly relativeLinks?: boolean;
    readonly token?: string;
  } = {},
): Promise<LiveServer> {
  const { pageSize = 5_000, delayMs = 0, fault, relativeLinks = false, token } = options;
  const requests: Asked[] = [];
  let running = 0;
  let most = 0;
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const asked: Asked = {
      method: request.method ?? '',
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers: request.headers,
      url: request.url ?? '',
    };
    requests.push(asked);
    running += 1;
    most = Math.max(most, running);
    response.on('close', () => {
      running -= 1;
    });
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`) send(response, 401, {});
    else if (!(await fault?.(asked, response))) answer(asked, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, requests, mostAtATime: () => most, close: () => close(server) };

  function answer(asked: Asked, response: ServerResponse): void {
    const document = holdings.documents[asked.path];
    if (document !== undefined) {
      send(response, 200, document);
      return;
    }
    const action = asked.path.match(/^\/data\/DataManagementEntities\/Microsoft\.Dynamics\.DataEntities\.(\w+)$/)?.[1];
    if (action !== undefined && asked.method === 'POST') {
      const value = holdings.actions[action];
      if (value === undefined) notFound(response, action);
      else send(response, 200, { '@odata.context': contextOf(asked, action), value });
      return;
    }
    const dataverse = asked.path.match(/^\/api\/data\/v9\.2\/(.+)$/)?.[1];
    const finops = asked.path.match(/^\/data\/(.+)$/)?.[1];
    const metadata = asked.path.match(/^\/metadata\/(\w+)$/)?.[1];
    const told = dataverse === undefined ? undefined : functionAnswer(dataverse, asked.query);
    const rows =
      dataverse === undefined
        ? (holdings.finops[finops ?? ''] ?? holdings.metadata?.[metadata ?? ''])
        : rowsOf(dataverse);
    if (told !== undefined)
      send(response, 200, { '@odata.context': contextOfFunction(asked, dataverse ?? ''), ...told });
    else if (rows === undefined) notFound(response, dataverse ?? finops ?? asked.path);
    else if (asked.method !== 'GET') send(response, 405, { error: { code: '0x80060888', message: 'not a read' } });
    else sendPage(asked, rows, response);
  }

  /** `WhoAmI`, with or without brackets, and the two functions that tell the privileges of a user. */
  function functionAnswer(path: string, query: URLSearchParams): object | undefined {
    const [, name = '', named] =
      path.match(/^(?:systemusers\([^)]*\)\/Microsoft\.Dynamics\.CRM\.)?(\w+)(?:\((.*)\))?$/) ?? [];
    // Safe: functions answer with objects.
    const answer = holdings.functions?.[name] as object | undefined;
    if (answer === undefined || !name.startsWith('RetrieveUser')) return answer;
    const names: readonly string[] =
      name === 'RetrieveUserSetOfPrivilegesByNames'
        ? JSON.parse(query.get('@p') ?? '[]')
        : [named?.match(/^PrivilegeName='(.*)'$/)?.[1] ?? ''];
    const held = names.flatMap((PrivilegeName) => {
      const depth = holdings.privileges?.[PrivilegeName];
      return depth === null ? [] : [{ Depth: depth ?? 'Global', PrivilegeName, PrivilegeId: 'p', BusinessUnitId: 'b' }];
    });
    return { ...answer, RolePrivileges: held };
  }

  /** `systemusers(id)/teammembership_association` is the list in that row. */
  function rowsOf(path: string): readonly TableRow[] | undefined {
    const nested = path.match(/^(\w+)\(([^)]+)\)\/(\w+)$/);
    if (nested === null) return holdings.dataverse[path];
    const [, set = '', id, list = ''] = nested;
    const row = holdings.dataverse[set]?.find((candidate) => Object.values(candidate).includes(id));
    return row?.[list] as readonly TableRow[] | undefined;
  }

  function sendPage(asked: Asked, all: readonly TableRow[], response: ServerResponse): void {
    const { query } = asked;
    const columns = query.get('$select')?.split(',') ?? [];
    const unknown =
      columns.find((column) => all[0] !== undefined && !(column in all[0])) ??
      expansions(query.get('$expand')).flatMap(({ list, select }) => unknownIn(all, list, select))[0];
    if (unknown !== undefined) {
      const message = `Could not find a property named '${unknown}' on type 'Microsoft.Dynamics.CRM.row'.`;
      send(response, 400, { error: { code: '0x80060888', message } });
      return;
    }
    const matching = all.filter((row) => matches(row, query.get('$filter')));
    const start = Number(query.get('$skiptoken') ?? 0);
    const asking = Number(/maxpagesize=(\d+)/.exec(String(asked.headers.prefer))?.[1] ?? pageSize);
    // Metadata comes in one answer.
    const size = asked.path.endsWith('/EntityDefinitions') ? matching.length : Math.min(pageSize, asking);
    const value = matching.slice(start, start + size).map((row) => ({
      '@odata.etag': 'W/"1"',
      ...(asked.path.startsWith('/api/') ? pick(row, Object.keys(row).slice(0, 1)) : {}), // Dataverse sends the key unasked
      ...(asked.path.startsWith('/metadata/') ? row : pick(row, columns)),
      ...expanded(row, query.get('$expand'), `http://${asked.headers.host}${asked.path}`),
    }));
    const next = new URLSearchParams(query);
    next.set('$skiptoken', String(start + size));
    const link = `${asked.path}?${next}`;
    send(response, 200, {
      '@odata.context': contextOf(asked, `${setOf(asked.path)}${columnsOf(query)}`),
      value,
      ...(start + size < matching.length
        ? { '@odata.nextLink': relativeLinks ? link : `http://${asked.headers.host}${link}` }
        : {}),
    });
  }
}

/** The set of a list of rows; `systemusers(…)/teammembership_association` is one of teams. */
function setOf(path: string): string {
  const set = path.slice(path.lastIndexOf('/') + 1);
  return set === 'teammembership_association' ? 'teams' : set;
}

/** `(name,list(a,b))`: what was requested, in the order in which it was. */
function columnsOf(query: URLSearchParams): string {
  const expand = query.get('$expand')?.replaceAll('($select=', '(');
  const columns = [query.get('$select'), expand].filter((part) => part != null);
  return columns.length === 0 ? '' : `(${columns.join()})`;
}

function contextOfFunction(asked: Asked, path: string): string {
  const name = /(\w+)(?:\([^/]*\))?$/.exec(path)?.[1];
  return `http://${asked.headers.host}/api/data/v9.2/$metadata#Microsoft.Dynamics.CRM.${name}Response`;
}

/** An address, as services send it: one letter beyond ASCII in it would make every page slower to read than real ones are. */
function contextOf({ headers, path }: Asked, what: string): string {
  return `http://${headers.host}${path.slice(0, path.lastIndexOf('/'))}/$metadata#${what}`;
}

export function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'Content-Type': 'application/json; odata.metadata=minimal', ...headers });
  response.end(JSON.stringify(body));
}

function notFound(response: ServerResponse, what: string): void {
  send(response, 404, { error: { code: '0x8006088a', message: `Resource not found for the segment '${what}'.` } });
}

function pick(row: TableRow, columns: readonly string[]): TableRow {
  return Object.fromEntries(columns.map((column) => [column, row[column]]));
}

/**
 * `list($select=a,b)`; several are separated by commas outside the brackets. Each list is complete, and next to it is a
 * link that leads to the same rows again.
 */
function expanded(row: TableRow, expand: string | null, set: string): TableRow {
  const [id] = Object.values(row);
  return Object.fromEntries(
    expansions(expand).flatMap(({ list, select }) => [
      [list, ((row[list] ?? []) as readonly TableRow[]).map((item) => pick(item, select))],
      [`${list}@odata.nextLink`, `${set}(${id})/${list}?$select=${select}`],
    ]),
  );
}

function expansions(expand: string | null): readonly { readonly list: string; readonly select: readonly string[] }[] {
  return [...(expand ?? '').matchAll(/(\w+)\(\$select=([^)]*)\)/g)].map(([, list = '', columns = '']) => ({
    list,
    select: columns.split(','),
  }));
}

/** The columns that the rows inside rows do not have. */
function unknownIn(rows: readonly TableRow[], list: string, select: readonly string[]): readonly string[] {
  const [first] = rows.flatMap((row) => (row[list] ?? []) as readonly TableRow[]);
  return first === undefined ? [] : select.filter((column) => !(column in first));
}

/** `column eq value` and `column ne value`, put together with `or` or with `and`. */
function matches(row: TableRow, filter: string | null): boolean {
  if (filter === null) return true;
  if (filter.includes(' or ')) return filter.split(' or ').some((part) => matches(row, part));
  if (filter.includes(' and ')) return filter.split(' and ').every((part) => matches(row, part));
  const [, column = '', operator, value = ''] = /^\s*(\w+) (eq|ne) (.+?)\s*$/.exec(filter) ?? [];
  const isEqual = String(row[column] ?? 'null').toLowerCase() === value.replace(/^'|'$/g, '').toLowerCase();
  return operator === 'eq' ? isEqual : !isEqual;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
