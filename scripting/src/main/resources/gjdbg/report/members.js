// The goroutines of one group, of which only the rows that can be seen are made: there may be a hundred thousand.
const ROW = 26;
const AROUND = 10;

class MemberList {
  static #marked = null;
  #members;
  #rows = make('div', 'rows');
  #found = -1;
  #drawn = '';

  constructor(members, total) {
    this.#members = members;
    this.element = make('div', 'members', this.#rows);
    this.element.tabIndex = 0;
    this.element.addEventListener('scroll', () => this.draw());
    this.#rows.style.height = `${members.length * ROW}px`;
    this.left = total - members.length;
  }

  /** Scrolls to the goroutine and marks it, and no other any more; false where it is not in the list. */
  show(id) {
    MemberList.#marked?.#mark(-1);
    const at = this.#members.findIndex(member => member.id === id);
    if (at < 0) return false;
    MemberList.#marked = this;
    this.element.scrollTop = Math.max(0, (at - 4) * ROW);
    this.#mark(at);
    return true;
  }

  #mark(at) {
    this.#found = at;
    this.#drawn = '';
    this.draw();
  }

  draw() {
    const first = Math.max(0, Math.floor(this.element.scrollTop / ROW) - AROUND);
    const last = Math.min(this.#members.length, Math.ceil((this.element.scrollTop + 320) / ROW) + AROUND);
    const range = `${first} ${last}`;
    if (range === this.#drawn) return;
    this.#drawn = range;
    const rows = [];
    for (let i = first; i < last; i++) rows.push(this.#row(i));
    this.#rows.replaceChildren(...rows);
  }

  #row(i) {
    const member = this.#members[i];
    const row = make('div', i === this.#found ? 'member found' : 'member',
      make('span', 'number', `g${member.id}`),
      member.waitingSince === undefined ? null : make('span', 'since', `for ${duration(member.waitingSince)}`),
      member.parentId === undefined ? null : make('span', '', 'started by ', goroutineLink(member.parentId)),
      member.waitingOn ? make('span', 'soft', waitingText(member.waitingOn)) : null,
      ...Object.entries(member.labels ?? {}).map(([key, value]) => make('span', 'label', `${key}=${value}`)));
    row.style.top = `${i * ROW}px`;
    row.dataset.goroutine = member.id;
    return row;
  }
}

function goroutineLink(id) {
  const link = make('a', 'jump', `g${id}`);
  link.href = `#g${id}`;
  return link;
}

function waitingText(on) {
  const parts = Object.entries(on).filter(([name, value]) => name !== 'kind' && value !== null).map(([name, value]) => {
    if (name === 'due') return `due in ${duration(Math.max(0, value))}`;
    return name === 'address' ? value : `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`;
  });
  return `on ${on.kind} ${parts.join(', ')}`;
}
