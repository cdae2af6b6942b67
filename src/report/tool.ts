/** The tool that made a report. `npm run generate` keeps the version in step with package.json. */
export const tool = { name: 'dual-write-health', version: '0.2.0' } as const;
