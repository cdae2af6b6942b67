import { type Judgment, judgeFinding, judgeHealth, judgePass, type SubjectSought } from './judgment.js';

/**
 * What the matchers add to `expect(report)`. `Returned` is what they return in the types of the test runner.
 * @public
 */
export interface HealthMatchers<Returned = void> {
  /** The environment is healthy. `.not`: it is unhealthy; an unknown health is neither. */
  toBeHealthy(): Returned;
  /**
   * The rule found something, about that subject if one is named: by its id, letter case aside, or by kind and id. Findings
   * that a suppression or the baseline accepts also count. `.not`: it passed, does not apply, or found only other things.
   */
  toHaveFinding(code: string, subject?: SubjectSought): Returned;
  /** The rule passed. `.not`: it failed, or does not apply. */
  toHavePassed(code: string): Returned;
}

/**
 * What a matcher needs from the test runner.
 * @public
 */
export interface MatcherContext {
  /** Whether the matcher was called after `.not`. */
  readonly isNot?: boolean | undefined;
}

/**
 * What a matcher returns.
 * @public
 */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * Matchers for `expect.extend` of Jest and of runners that work like it; `dual-write-health/vitest` registers them with
 * vitest. They take a report, or a `Result` with one, and fail with and without `.not` if the rule reached no
 * conclusion, if there is no such rule, and if the check could not run: what is not known proves nothing.
 *
 * @example
 * ```ts
 * expect.extend(matchers);
 * expect(evaluateSnapshot(snapshot)).toBeHealthy();
 * ```
 * @public
 */
export const matchers = {
  toBeHealthy(this: MatcherContext, received: unknown): MatcherResult {
    return answer(judgeHealth(received), this);
  },
  toHaveFinding(this: MatcherContext, received: unknown, code: string, subject?: SubjectSought): MatcherResult {
    return answer(judgeFinding(received, code, subject), this);
  },
  toHavePassed(this: MatcherContext, received: unknown, code: string): MatcherResult {
    return answer(judgePass(received, code), this);
  },
};

/** After `.not`, a runner fails what passes: what cannot be determined must pass there in order to fail. */
function answer({ holds, complain }: Judgment, { isNot = false }: MatcherContext): MatcherResult {
  return { pass: holds === 'cannot-tell' ? isNot : holds, message: () => complain(isNot) };
}
