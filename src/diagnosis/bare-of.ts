/** A captured value without the quotes, brackets and periods around it; a bracket that closes one inside is kept. */
export function bareOf(value: string): string {
  const bare = value.replace(/^[\s'"[({<]+|[\s'",.;:]+$/g, '');
  return /[([{<]/.test(bare) ? bare : bare.replace(/[\])}>\s]+$/, '');
}
