/** Shows a result as JSON. */
export async function asJson(result: unknown): Promise<string> {
  const { toJson } = await import('../reporters/json.js');
  return toJson(result);
}
