import type { ActivityAnswer, ActivityPort, ActivityRequest } from '../activity/activity-port.js';

/**
 * A port that sends nothing and remembers the requests, for tests and rehearsals. A repeated request is answered again without
 * a second effect.
 *
 * @param world - `logs`: the contents of error logs by their references; `stillFailing`: why records cannot be written, by
 *   their ids
 *
 * @example
 * ```ts
 * const port = memoryActivityPort({ logs: { 'https://contoso.example/log/1': 'text' } });
 * await runActivityPlan(plan, port);
 * port.requests();
 * ```
 * @public
 */
export function memoryActivityPort(
  world: {
    readonly logs?: Readonly<Record<string, string>> | undefined;
    readonly stillFailing?: Readonly<Record<string, string>> | undefined;
  } = {},
): ActivityPort & { requests(): readonly ActivityRequest[] } {
  const logs = new Map(Object.entries(world.logs ?? {}));
  const stillFailing = new Map(Object.entries(world.stillFailing ?? {}));
  const requests = new Map<string, ActivityRequest>();

  function answerTo(request: ActivityRequest): ActivityAnswer {
    if (request.type === 'download-error-log') {
      const content = logs.get(request.log);
      return content === undefined
        ? { status: 'refused', because: 'there is no such log' }
        : { status: 'done', content };
    }
    const because = request.type === 'retry-catch-up-error' ? stillFailing.get(request.recordId) : undefined;
    return because === undefined ? { status: 'done' } : { status: 'failed', because };
  }

  return {
    submit: async (request) => {
      const answer = answerTo(request);
      if (answer.status !== 'refused') requests.set(request.id, request);
      return answer;
    },
    lookUp: async (id) => (requests.has(id) ? 'arrived' : 'absent'),
    requests: () => [...requests.values()],
  };
}
