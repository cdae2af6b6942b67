/** The style of the panel; nothing of the page's own style reaches it. */
export const panelStyle = `
  :host {
    all: initial;
    position: fixed;
    inset: 1rem 1rem auto auto;
    z-index: 2147483647;
    width: min(44rem, calc(100vw - 2rem));
    color-scheme: light dark;
    font: 14px/1.5 system-ui, sans-serif;
  }
  section {
    max-height: calc(100vh - 4rem);
    overflow: auto;
    padding: 1rem;
    border: 1px solid light-dark(#57606a, #8b949e);
    border-radius: 6px;
    color: light-dark(#1f2328, #e6edf3);
    background: light-dark(#fff, #0d1117);
  }
  h1 { margin: 0; font-size: 1.1rem; }
  p { margin: 0.5rem 0; }
  ul { margin: 0; padding-left: 1.2rem; }
  ul ul { list-style: none; padding: 0; }
  code { font: 12px/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
  .buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; }
  button {
    padding: 0.3rem 0.8rem;
    border: 1px solid light-dark(#57606a, #8b949e);
    border-radius: 6px;
    color: inherit;
    background: light-dark(#f6f8fa, #21262d);
    font: inherit;
    cursor: pointer;
  }
  button:disabled { opacity: 0.5; cursor: default; }
  button:focus-visible { outline: 2px solid light-dark(#0969da, #58a6ff); outline-offset: 2px; }
  .state { overflow-wrap: anywhere; }
`;
