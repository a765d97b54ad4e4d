// The parts besides the goroutines.
function table(heads, rows) {
  return make('table', '',
    make('tr', '', ...heads.map(head => make('th', '', head))),
    ...rows.map(row => make('tr', '', ...row.map(cell => make('td', '', cell ?? '')))));
}

function drawThreads() {
  $('threads').append(...snapshot.threads.map(thread => make('details', 'thread',
    make('summary', '', make('b', '', `${thread.id} `), `${thread.name} `,
      make('span', 'soft', thread.frames[0] ? nameOf(thread.frames[0]) : 'stack unreadable'),
      thread.goroutine === null ? null : make('span', '', ' runs ', goroutineLink(thread.goroutine))),
    frameList(thread, true))));
}

const isTable = value => Array.isArray(value) && value.length > 0 && value.every(each => typeof each === 'object' && each !== null && !Array.isArray(each));
const cellText = value => (value === null || typeof value !== 'object' ? String(value) : JSON.stringify(value));

function drawScheduler() {
  const { scheduler } = snapshot;
  if (!scheduler) {
    $('scheduler').append(make('p', 'soft', 'The scheduler was not read.'));
    return;
  }
  const plain = Object.entries(scheduler).filter(([, value]) => !isTable(value));
  $('scheduler').append(table(['', ''], plain.map(([name, value]) => [name, cellText(value)])));
  for (const [name, rows] of Object.entries(scheduler).filter(([, value]) => isTable(value))) {
    const heads = [...new Set(rows.flatMap(row => Object.keys(row)))];
    $('scheduler').append(make('h2', '', name), table(heads, rows.map(row => heads.map(head => cellText(row[head] ?? '')))));
  }
}

function drawModules() {
  const { target, modules } = snapshot;
  $('modules').append(table(['File', 'Address', 'Build id'], [
    [target.path, '', target.buildId],
    ...modules.map(({ path, base, buildId }) => [path, base, buildId]),
  ]));
}

function drawEnvironment() {
  $('environment').append(
    make('h2', '', 'Arguments'), make('pre', '', snapshot.target.args.join('\n')),
    make('h2', '', 'Environment'),
    make('p', 'soft', 'What looks like a password, token or key by its name, and passwords in URLs, were left out.'),
    table(['Name', 'Value'], snapshot.environment.map(({ name, value }) => [name, value])));
}

function drawProblems() {
  $('problems').append(...snapshot.problems.map(each => make('p', '', each)));
}

const SECTIONS = [
  ['goroutines', 'Goroutines', () => snapshot.goroutines?.count, null],
  ['threads', 'Threads', () => snapshot.threads.length, drawThreads],
  ['scheduler', 'Scheduler', () => undefined, drawScheduler],
  ['modules', 'Modules', () => snapshot.modules.length + 1, drawModules],
  ['environment', 'Environment', () => undefined, drawEnvironment],
  ['problems', 'Problems', () => snapshot.problems.length, drawProblems],
];
const drawn = new Set();

function openSection(id) {
  for (const [each, , , draw] of SECTIONS) {
    const isOpen = each === id;
    $(each).hidden = !isOpen;
    $(`tab-${each}`)?.setAttribute('aria-selected', String(isOpen));
    if (isOpen && draw && !drawn.has(each)) {
      drawn.add(each);
      draw();
    }
  }
}

function drawTabs() {
  for (const [id, title, count] of SECTIONS) {
    const number = count();
    if (id === 'goroutines' && !snapshot.goroutines || id === 'problems' && number === 0 || id === 'scheduler' && !snapshot.goroutines) continue;
    const tab = button('', title, number === undefined ? '' : ` ${grouped(number)}`);
    tab.id = `tab-${id}`;
    tab.setAttribute('role', 'tab');
    tab.addEventListener('click', () => openSection(id));
    $('tabs').append(tab);
  }
}
