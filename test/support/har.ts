// cspell:ignore nted cret pageref
/*
 * HAR files as browsers and proxies save them: the order of their properties, what they leave out and what they add differ. A secret
 * is in every place that is not for us.
 */

/** Stands in every place that must not be read. */
export const plantedSecret = 'pl4nted-s3cret';

/** The answer to one request. */
export interface Exchange {
  readonly url: string;
  readonly method?: string;
  readonly status?: number;
  /** Sent as JSON; a text is sent as it is. `undefined` = the tool did not save it. */
  readonly body?: unknown;
  readonly mimeType?: string;
  readonly base64?: boolean;
  /** ISO 8601; `undefined` = none is given. */
  readonly startedDateTime?: string | undefined;
}

export const harTools = ['chrome', 'edge', 'firefox', 'safari', 'fiddler', 'charles'] as const;
export type HarTool = (typeof harTools)[number];

/** The text of a HAR file. */
export function harFile(exchanges: readonly Exchange[], tool: HarTool = 'chrome'): string {
  const entries = exchanges.map((exchange, index) => entryOf(exchange, index, tool));
  const creator = { name: tool, version: '1', comment: plantedSecret };
  const pages = [
    { id: 'page_1', title: `https://contoso/?token=${plantedSecret}`, startedDateTime: at(0), pageTimings: {} },
  ];
  switch (tool) {
    case 'charles':
      return JSON.stringify({ log: { entries, creator, version: '1.2' } });
    case 'fiddler':
      return `\uFEFF${JSON.stringify({ log: { pages: [], comment: plantedSecret, entries, creator, version: '1.2' } })}`;
    default:
      return JSON.stringify(
        { log: { version: '1.2', creator, browser: creator, pages, entries, comment: plantedSecret } },
        null,
        2,
      );
  }
}

/** The same, parsed. */
export function harValue(exchanges: readonly Exchange[], tool: HarTool = 'chrome'): unknown {
  return JSON.parse(harFile(exchanges, tool).replace(/^\uFEFF/, ''));
}

function entryOf(exchange: Exchange, index: number, tool: HarTool): object {
  const { url, method = 'GET', status = 200 } = exchange;
  const startedDateTime = 'startedDateTime' in exchange ? exchange.startedDateTime : at(index);
  const started = tool === 'fiddler' ? startedDateTime?.replace(/\.\d+Z$/, '.0000000+00:00') : startedDateTime;
  const request = {
    method,
    url,
    httpVersion: 'h2',
    headers: secretPairs('Authorization', 'Cookie', 'X-Api-Key'),
    queryString: secretPairs('code', 'sig'),
    cookies: secretPairs('.AspNet.Cookies'),
    headersSize: -1,
    bodySize: 0,
    postData: { mimeType: 'application/json', text: `{"password":"${plantedSecret}"}`, params: secretPairs('p') },
    comment: plantedSecret,
  };
  const response = {
    status,
    statusText: plantedSecret,
    httpVersion: 'h2',
    headers: secretPairs('Set-Cookie'),
    cookies: secretPairs('session'),
    content: contentOf(exchange, tool),
    redirectURL: `https://login.example/?code=${plantedSecret}`,
    headersSize: -1,
    bodySize: -1,
    _error: plantedSecret,
    comment: plantedSecret,
  };
  const more = {
    cache: { beforeRequest: { comment: plantedSecret } },
    timings: { send: 0, comment: plantedSecret },
    time: 12.5,
  };
  switch (tool) {
    case 'firefox':
      return {
        startedDateTime: started,
        request,
        response,
        ...more,
        _securityState: plantedSecret,
        serverIPAddress: '10.0.0.1',
        connection: '443',
      };
    case 'safari':
      return {
        pageref: 'page_1',
        startedDateTime: started,
        ...more,
        request,
        response,
        _fetchType: 'Network Load',
        _priority: plantedSecret,
      };
    case 'fiddler':
    case 'charles':
      return {
        startedDateTime: started,
        time: 3,
        request,
        response,
        cache: {},
        timings: more.timings,
        connection: plantedSecret,
        comment: plantedSecret,
      };
    default:
      return {
        _initiator: { type: 'script', stack: { callFrames: [{ functionName: plantedSecret, url: plantedSecret }] } },
        _priority: 'High',
        _resourceType: 'fetch',
        _securityDetails: { subjectName: plantedSecret },
        _webSocketMessages: [{ type: 'send', data: plantedSecret }],
        ...more,
        pageref: 'page_1',
        request,
        response,
        serverIPAddress: '10.0.0.1',
        startedDateTime: started,
      };
  }
}

function contentOf(
  { body, mimeType = 'application/json; odata.metadata=minimal', base64 }: Exchange,
  tool: HarTool,
): object {
  if (body === undefined) return { size: 4_711, mimeType, comment: plantedSecret };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const about = { size: text.length, mimeType, compression: 0, comment: plantedSecret };
  return (base64 ?? tool === 'charles')
    ? { ...about, encoding: 'base64', text: Buffer.from(text).toString('base64') }
    : { ...about, text };
}

function secretPairs(...names: readonly string[]): readonly object[] {
  return names.map((name) => ({ name, value: plantedSecret, comment: plantedSecret }));
}

function at(second: number): string {
  return new Date(Date.UTC(2026, 10, 20, 10, 0, second)).toISOString();
}
