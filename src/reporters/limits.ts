/** Hostile results must not become texts that nobody can open. No real message or step is as long. */
export const longestText = 1_000;

/** No longer than a name can reasonably be. */
export const longestName = 200;
