/**
 * The script of the page: it filters and searches, and opens everything for print in browsers whose style cannot. Nothing is
 * lost without it. Its text and {@link scriptHash} belong together: the test says what the hash has to be. It is plain ASCII
 * without backslashes, so that no tool on the way can change a byte of it.
 */
export const script = `
(() => {
  const controls = document.getElementById('filter');
  const [text, status, severity, clear, result] =
    ['text', 'status', 'severity', 'clear', 'result'].map((name) => document.getElementById('filter-' + name));
  const sections = [...document.querySelectorAll('[data-section]')];
  const total = controls.dataset.checks;
  const words = (element) => element.textContent.toLowerCase();
  let openedHere = [];
  let waiting;

  // Read once, and only when somebody asks: ten thousand findings take a moment.
  let read;
  const items = () => {
    read ??= [...document.querySelectorAll('[data-check]')].map((element) => ({
      element,
      words: words(element),
      findings: [...element.querySelectorAll('[data-finding]')].map((finding) => ({ element: finding, words: words(finding) })),
    }));
    return read;
  };

  const show = (element, shown) => {
    if (element.hidden === shown) element.hidden = !shown;
  };

  const apply = () => {
    const wanted = text.value.trim().toLowerCase();
    const filtering = wanted !== '' || status.value !== '' || severity.value !== '';
    const shownChecks = new Set();
    for (const { element, words, findings } of items()) {
      const { check, status: itsStatus, severity: itsSeverity } = element.dataset;
      const shown =
        (status.value === '' || status.value === itsStatus) &&
        (severity.value === '' || severity.value === itsSeverity) &&
        words.includes(wanted);
      show(element, shown);
      if (!shown) continue;
      shownChecks.add(check);
      const matching = findings.filter((finding) => finding.words.includes(wanted));
      // Where the words are in the steps or the title, all findings belong to the answer.
      const narrow = matching.length > 0 && matching.length < findings.length;
      const kept = new Set(matching);
      for (const finding of findings) show(finding.element, !narrow || kept.has(finding));
    }
    for (const list of openedHere) list.open = false;
    openedHere = [];
    for (const list of document.querySelectorAll('[data-list]')) {
      const inside = [...list.querySelectorAll('[data-check], [data-finding]')];
      const some = inside.length === 0 || inside.some((element) => !element.hidden);
      show(list, some);
      if (filtering && some && inside.length > 0 && !list.open) {
        list.open = true;
        openedHere.push(list);
      }
    }
    for (const card of document.querySelectorAll('.card:not([data-check])')) {
      show(card, !filtering || card.querySelector('[data-check]:not([hidden])') !== null);
    }
    for (const section of sections) {
      show(section, !filtering || section.querySelector('[data-check]:not([hidden])') !== null);
    }
    clear.hidden = !filtering;
    result.textContent = !filtering ? '' : shownChecks.size === 0 ? 'Nothing matches.' : 'Showing ' + shownChecks.size + ' of ' + total + ' checks.';
  };

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 150);
  };
  text.addEventListener('input', soon);
  status.addEventListener('change', apply);
  severity.addEventListener('change', apply);
  clear.addEventListener('click', () => {
    text.value = status.value = severity.value = '';
    apply();
    text.focus();
  });
  // A browser that comes back to the page may have kept what was typed.
  if (text.value || status.value || severity.value) soon();
  controls.hidden = false;

  let openedForPrint = [];
  addEventListener('beforeprint', () => {
    openedForPrint = [...document.querySelectorAll('details:not([open])')];
    for (const details of openedForPrint) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of openedForPrint) details.open = false;
  });
})();
`;

/** What the content security policy says about {@link script}. */
export const scriptHash = 'sha256-q3YJMxXJ3qobHyqzl7iFN0hmpmmU7WaVF4jf8pqFKqA=';
