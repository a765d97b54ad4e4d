// Puts the page together.
const groups = snapshot.goroutines?.groups ?? [];
const search = new Search(groups);
const list = new GroupList();
const ORDERS = {
  'most goroutines': (a, b) => b.count - a.count,
  'longest wait': (a, b) => longestWait(b.members ?? b.group.members) - longestWait(a.members ?? a.group.members),
  'lowest number': (a, b) => (a.members ?? a.group.members)[0].id - (b.members ?? b.group.members)[0].id,
};

function drawHead() {
  const { target, when, of, stop, threads, goroutines } = snapshot;
  const name = target.path.split('/').at(-1);
  document.title = `${name} (${target.pid}) – gjdbg snapshot`;
  $('title').textContent = target.path;
  $('summary').textContent = [
    `${of === 'core' ? 'Core of process' : 'Process'} ${target.pid}`, target.goVersion, `read ${new Date(when).toLocaleString()}`,
    counted(threads.length, 'thread'), goroutines && `${counted(goroutines.count, 'goroutine')} in ${counted(groups.length + goroutines.groupsLeft, 'group')}`,
  ].filter(Boolean).join(' · ');
  const isNews = of === 'core' || !['interrupt', 'entry'].includes(stop.reason);
  $('stop').hidden = !isNews;
  if (isNews) {
    $('stop').append(`Stopped by ${stop.reason}${stop.signal ? ` ${stop.signal}` : ''}${stop.frame ? ` in ${stop.frame.function} ${placeText(stop.frame)}` : ''} `);
    if (stop.goroutine !== null) $('stop').append(goroutineLink(stop.goroutine));
  }
}

function options(id, values, all) {
  $(id).replaceChildren(...(all === null ? [] : [new Option(all, '')]), ...values.map(each => new Option(each, each)));
}

function drawFilters() {
  const distinct = of => [...new Set(of)].sort();
  options('state', distinct(groups.map(each => each.status)), 'any');
  options('reason', distinct(groups.map(each => each.waitReason).filter(each => each !== null)), 'any');
  options('order', Object.keys(ORDERS), null);
  options('functions', distinct(groups.flatMap(each => each.frames.filter(frame => !isRuntime(frame)).map(frame => frame.function))).slice(0, 2000), null);
  const labels = new Set();
  for (const { members } of groups) {
    for (const member of members) {
      for (const key in member.labels) {
        labels.add(key);
        if (labels.size < 500) labels.add(`${key}=${member.labels[key]}`);
      }
    }
  }
  options('labels', [...labels].sort(), null);
  $('label').parentElement.hidden = labels.size === 0;
}

const lower = id => $(id).value.trim().toLowerCase();

function draw() {
  const found = search.find({
    text: lower('search'), state: $('state').value, reason: $('reason').value, name: lower('function'),
    label: $('label').value.trim(), system: $('system').checked,
  }).sort(ORDERS[$('order').value]);
  const number = found.reduce((sum, { count }) => sum + count, 0);
  const all = groups.reduce((sum, { count, system }) => sum + (system && !$('system').checked ? 0 : count), 0);
  $('count').textContent = `${number === all ? counted(all, 'goroutine') : `${grouped(number)} of ${counted(all, 'goroutine')}`} in ${counted(found.length, 'group')}`
    + (snapshot.goroutines?.groupsLeft ? `; the snapshot left ${counted(snapshot.goroutines.groupsLeft, 'group')} out` : '')
    + (snapshot.goroutines?.unreadable ? `; ${counted(snapshot.goroutines.unreadable, 'goroutine')} could not be read` : '');
  list.draw(found, $('runtime').checked);
}

function clear() {
  for (const id of ['search', 'state', 'reason', 'function', 'label']) $(id).value = '';
}

let groupOf;
function jump() {
  const id = /^#g(\d+)$/.exec(location.hash)?.[1];
  if (id === undefined) return;
  if (!groupOf) {
    groupOf = new Map();
    for (const group of groups) for (const member of group.members) groupOf.set(String(member.id), [group, member.id]);
  }
  const [group, number] = groupOf.get(id) ?? [];
  if (!group) {
    notice(`Goroutine ${id} is not in this snapshot: it had ended.`);
    return;
  }
  openSection('goroutines');
  if (list.show(group, number)) return;
  clear();
  if (group.system) $('system').checked = true;
  draw();
  list.show(group, number);
}

drawHead();
drawFilters();
drawTabs();
draw();
openSection(snapshot.goroutines ? 'goroutines' : 'threads');
let typing;
$('filters').addEventListener('input', ({ target }) => {
  clearTimeout(typing);
  if (target.tagName === 'INPUT' && target.type !== 'checkbox') typing = setTimeout(draw, 120);
  else draw();
});
$('filters').addEventListener('submit', event => event.preventDefault());
$('clear').addEventListener('click', () => { clear(); draw(); });
$('unfold').addEventListener('click', () => list.fold(false));
$('fold').addEventListener('click', () => list.fold(true));
$('theme').addEventListener('click', () => {
  const isDark = document.documentElement.classList.contains('dark')
    || !document.documentElement.classList.contains('light') && matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.classList.toggle('dark', !isDark);
  document.documentElement.classList.toggle('light', isDark);
});
addEventListener('hashchange', jump);
// a second click on the same link
addEventListener('click', event => { if (event.target.closest?.('a.jump')?.hash === location.hash) jump(); });
addEventListener('keydown', event => {
  if (event.key === '/' && !/^(INPUT|SELECT)$/.test(document.activeElement?.tagName)) {
    event.preventDefault();
    openSection('goroutines');
    $('search').focus();
  }
});
jump();
