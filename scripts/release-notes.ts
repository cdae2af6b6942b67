/** `tsx scripts/release-notes.ts`: what CHANGELOG.md says about the newest version, for the release on GitHub. */
import { readFileSync } from 'node:fs';

const changelog = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
const [, notes = ''] = changelog.split(/^## .*\n/m);
if (notes.trim() === '') throw new Error('CHANGELOG.md has no version');
process.stdout.write(`${notes.trim()}\n`);
