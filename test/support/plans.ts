/** The plan, which must not be obstructed. */
export function ready<Plan extends { readonly verdict: string }>(
  plan: Plan,
): Exclude<Plan, { readonly verdict: 'obstructed' }> {
  if (plan.verdict === 'obstructed') throw new Error(`expected a plan that can be run, got ${JSON.stringify(plan)}`);
  return plan as Exclude<Plan, { readonly verdict: 'obstructed' }>; // Safe: the verdict was looked at.
}

/** Why nothing is planned. */
export function faultOf<Fault>(plan: { readonly verdict: string; readonly fault?: Fault }): Fault {
  if (plan.verdict !== 'obstructed' || plan.fault === undefined)
    throw new Error(`expected an obstructed plan, got ${JSON.stringify(plan)}`);
  return plan.fault;
}
