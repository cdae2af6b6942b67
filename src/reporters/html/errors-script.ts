/**
 * The script of the page of sync errors: it filters the rows, counts what would be sent of those that are shown, and opens
 * everything for print in browsers whose style cannot. Nothing is lost without it. Its text and {@link errorsScriptHash} belong
 * together: the test says what the hash has to be. It is plain ASCII without backslashes.
 */
export const errorsScript = `
(() => {
  const find = (id) => document.getElementById(id);
  const controls = find('filter');
  const names = ['text', 'from', 'to', 'entity', 'source', 'company', 'job', 'topic', 'category'];
  const choices = ['entity', 'source', 'company', 'job', 'topic', 'category'];
  const field = Object.fromEntries(names.map((name) => [name, find('filter-' + name)]));
  const clear = find('filter-clear');
  const result = find('filter-result');
  const scope = find('sending-scope');
  const figure = (number) => number.toLocaleString('en-US');
  let openedHere = [];
  let waiting;

  // Read once, and only when somebody asks: ten thousand rows take a moment.
  let read;
  const rows = () => {
    read ??= [...document.querySelectorAll('[data-row]')].map((element) => ({
      element, at: Number(element.dataset.at), id: element.dataset.row, data: { ...element.dataset },
    }));
    return read;
  };

  // What the page says of all rows, to be said again when nothing is filtered.
  const cards = [...document.querySelectorAll('.card[data-job]')].map((element) => ({
    element, job: element.dataset.job,
    cells: [...element.querySelectorAll('td')].map((cell) => ({ cell, all: cell.textContent })),
  }));

  const show = (element, shown) => {
    if (element.hidden === shown) element.hidden = !shown;
  };

  const moment = (value, otherwise) => {
    const at = value === '' ? NaN : Date.parse(value + 'Z');
    return Number.isNaN(at) ? otherwise : at;
  };

  const sent = (number, notRetriable) => {
    const requests = Math.ceil(number / 10000);
    return [number, requests, Math.min(requests, 5), Math.max(number - 50000, 0), notRetriable];
  };

  const apply = () => {
    const wanted = field.text.value.trim().toLowerCase();
    const from = moment(field.from.value, -Infinity);
    const to = moment(field.to.value, Infinity);
    const chosen = choices.map((name) => [name, field[name].value]).filter(([, value]) => value !== '');
    const dated = from !== -Infinity || to !== Infinity;
    const filtering = wanted !== '' || dated || chosen.length > 0;
    const jobs = new Map();
    let count = 0;
    for (const row of rows()) {
      let shown = (!dated || (row.at >= from && row.at < to)) && chosen.every(([name, value]) => row.data[name] === value);
      if (shown && wanted !== '') {
        row.words ??= row.element.textContent.toLowerCase();
        shown = row.words.includes(wanted);
      }
      show(row.element, shown);
      if (!shown) continue;
      count += 1;
      const job = jobs.get(row.data.job) ?? { all: new Set(), retriable: new Set() };
      jobs.set(row.data.job, job);
      job.all.add(row.id);
      if (row.data.category !== 'concurrency') job.retriable.add(row.id);
    }
    for (const list of openedHere) list.open = false;
    openedHere = [];
    for (const list of document.querySelectorAll('[data-list]')) {
      if (list.querySelector('[data-row]') === null) continue;
      const some = list.querySelector('[data-row]:not([hidden])') !== null;
      show(list, some);
      if (filtering && some && !list.open) {
        list.open = true;
        openedHere.push(list);
      }
    }
    for (const { element, job, cells } of cards) {
      const own = jobs.get(job);
      show(element, !filtering || own !== undefined);
      const all = own === undefined ? 0 : own.all.size;
      const retriable = own === undefined ? 0 : own.retriable.size;
      const figures = [...sent(retriable, all - retriable), ...sent(all, 0)];
      for (const [index, { cell, all: text }] of cells.entries()) {
        cell.textContent = filtering ? figure(figures[index]) : text;
      }
    }
    const shownRows = count === 1 ? 'the 1 row' : 'the ' + figure(count) + ' rows';
    scope.textContent = filtering ? 'For ' + shownRows + ' that the filter shows.' : scope.dataset.all;
    clear.hidden = !filtering;
    const of = figure(Number(controls.dataset.rows));
    const where = Number(controls.dataset.left) > 0 ? ' rows on this page.' : ' rows.';
    result.textContent = !filtering ? '' : count === 0 ? 'Nothing matches.' : 'Showing ' + figure(count) + ' of ' + of + where;
  };

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 150);
  };
  for (const name of ['text', 'from', 'to']) field[name].addEventListener('input', soon);
  for (const name of choices) field[name].addEventListener('change', apply);
  clear.addEventListener('click', () => {
    for (const name of names) field[name].value = '';
    apply();
    field.text.focus();
  });
  // A browser that comes back to the page may have kept what was typed.
  if (names.some((name) => field[name].value !== '')) soon();
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

/** What the content security policy says about {@link errorsScript}. */
export const errorsScriptHash = 'sha256-fW7/DglOGzAU5xuh2gFurVXlfMfe/GS5tJWtmb6rFTc=';
