// The list of groups. More of it is made as one scrolls, and what a group has inside when it is unfolded.
const AT_ONCE = 100;
const MOST_UNFOLDED = 200;

function longestWait(members) {
  let longest = -1;
  for (const { waitingSince } of members) if (waitingSince > longest) longest = waitingSince;
  return longest;
}

class GroupView {
  #body = null;
  #list = null;
  #withRuntime;

  constructor({ group, members, count }, withRuntime) {
    this.group = group;
    this.members = members ?? group.members;
    this.count = count;
    this.#withRuntime = withRuntime;
    const { status, waitReason } = group;
    const wait = longestWait(this.members);
    const own = telling(group.frames);
    this.head = button('',
      make('span', 'size', grouped(count)),
      make('span', `state ${status}`, waitReason ?? status),
      make('span', 'where', own ? nameOf(own) : 'stack unreadable', group.system ? ' (runtime)' : ''),
      wait < 0 ? null : make('span', 'since', `${count > 1 ? 'up to ' : ''}${duration(wait)}`));
    this.head.setAttribute('aria-expanded', 'false');
    this.head.addEventListener('click', () => this.fold(this.isUnfolded));
    this.element = make('article', 'group', this.head);
    this.element.dataset.group = group.id;
  }

  get isUnfolded() {
    return this.#body !== null && !this.#body.hidden;
  }

  fold(closed) {
    if (!closed && this.#body === null) {
      this.#body = this.#makeBody();
      this.element.append(this.#body);
    }
    if (this.#body) this.#body.hidden = closed;
    this.head.setAttribute('aria-expanded', String(!closed));
    if (!closed) this.#list.draw();
  }

  /** Unfolds, and scrolls to that goroutine. */
  show(id) {
    this.fold(false);
    this.element.scrollIntoView({ block: 'center' });
    return this.#list.show(id);
  }

  #makeBody() {
    const { createdBy } = this.group;
    this.#list = new MemberList(this.members, this.count);
    const others = this.members.filter(member => member.values);
    return make('div', 'body',
      frameList(this.group, this.#withRuntime),
      this.count > 1 ? make('p', 'soft', `Arguments and locals are those of g${this.group.members[0].id}.`) : null,
      createdBy ? make('p', '', 'Created by ', make('span', 'function', createdBy.function), ' ', make('span', 'soft', placeText(createdBy))) : null,
      ...others.map(member => this.#otherValues(member)),
      this.#list.element,
      this.#list.left > 0 ? make('p', 'soft', `… and ${counted(this.#list.left, 'goroutine')} more, which the snapshot does not list`) : null);
  }

  #otherValues({ id, values }) {
    const frames = values.map(({ frame, args, locals }) => make('li', '', make('span', 'function', nameOf(this.group.frames[frame])), valueRows({ args, locals })));
    return make('details', 'others', make('summary', '', `Arguments and locals of g${id}`), make('ol', 'frames', ...frames));
  }
}

class GroupList {
  #found = [];
  #views = [];
  #withRuntime = false;

  constructor() {
    new IntersectionObserver(entries => {
      if (entries.some(each => each.isIntersecting)) this.#more();
    }, { rootMargin: '600px' }).observe($('more'));
  }

  draw(found, withRuntime) {
    this.#found = found;
    this.#withRuntime = withRuntime;
    this.#views = [];
    $('groups').replaceChildren();
    this.#more();
  }

  #more(least = this.#views.length + AT_ONCE) {
    const added = [];
    while (this.#views.length < Math.min(least, this.#found.length)) {
      const view = new GroupView(this.#found[this.#views.length], this.#withRuntime);
      this.#views.push(view);
      added.push(view.element);
    }
    $('groups').append(...added);
    $('more').textContent = this.#views.length < this.#found.length ? `${counted(this.#found.length - this.#views.length, 'group')} more …` : '';
  }

  fold(closed) {
    if (closed) {
      for (const view of this.#views) view.fold(true);
      return;
    }
    this.#more(MOST_UNFOLDED);
    for (const view of this.#views.slice(0, MOST_UNFOLDED)) view.fold(false);
    if (this.#found.length > MOST_UNFOLDED) notice(`The first ${MOST_UNFOLDED} groups were unfolded.`);
  }

  /** False where the group is filtered out. */
  show(group, id) {
    const at = this.#found.findIndex(each => each.group === group);
    if (at < 0) return false;
    this.#more(at + 1);
    return this.#views[at].show(id);
  }
}
