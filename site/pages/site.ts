/** The script of every page. Everything can be read without it. */
import { startPage } from './start-page.js';

// After the first paint: what is fetched must not delay it.
requestAnimationFrame(() => setTimeout(startPage));
