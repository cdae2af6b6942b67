import { type Markup, markup, verbatim } from './markup.js';

/** How every page begins, up to what it loads. It sends no referrer, and loads what the policy allows. */
export function pageStart(policy: string, title: string): Markup {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${verbatim(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
`;
}
