import { defineConfig } from 'vitest/config';

// So that the configuration of this repository, which looks for tests elsewhere, is not used.
export default defineConfig({});
