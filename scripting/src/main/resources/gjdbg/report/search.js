// Which goroutines the filters leave. Groups are matched as a whole where they can be, their members only where they must.
class Search {
  #texts;

  constructor(groups) {
    this.groups = groups;
    this.#texts = new Array(groups.length);
  }

  /** What the search box looks at, in lower case, made when it is first needed. */
  #text(i) {
    this.#texts[i] ??= [
      this.groups[i].status, this.groups[i].waitReason ?? '', this.groups[i].createdBy?.function ?? '', this.groups[i].createdBy?.file ?? '',
      ...this.groups[i].frames.flatMap(frame => [frame.function, placeText(frame), ...[...frame.args ?? [], ...frame.locals ?? []].map(({ name, value }) => `${name} = ${value}`)]),
    ].join('\n').toLowerCase();
    return this.#texts[i];
  }

  #hasGroup(group, { state, reason, name, system }) {
    return (system || !group.system)
      && (state === '' || group.status === state)
      && (reason === '' || group.waitReason === reason)
      && (name === '' || group.frames.some(frame => frame.function.toLowerCase().includes(name)));
  }

  static #hasLabel({ labels }, label) {
    if (labels === undefined) return false;
    const sign = label.indexOf('=');
    return sign < 0 ? Object.hasOwn(labels, label) : labels[label.slice(0, sign)] === label.slice(sign + 1);
  }

  static #hasText(member, text) {
    return `g${member.id}` === text || String(member.id) === text
      || member.labels !== undefined && Object.entries(member.labels).some(([key, value]) => `${key}=${value}`.toLowerCase().includes(text))
      || member.waitingOn?.address === text
      || (member.values ?? []).some(({ args, locals }) => [...args, ...locals].some(({ value }) => value.toLowerCase().includes(text)));
  }

  /** [{ group, members }] of what is left; members are null where all are. */
  find(wanted) {
    const found = [];
    this.groups.forEach((group, i) => {
      if (!this.#hasGroup(group, wanted)) return;
      // 'g7' is that goroutine and nothing else
      const whole = wanted.text === '' || !/^g\d+$/.test(wanted.text) && this.#text(i).includes(wanted.text);
      if (whole && wanted.label === '') {
        found.push({ group, members: null, count: group.count });
        return;
      }
      const members = group.members.filter(member =>
        (wanted.label === '' || Search.#hasLabel(member, wanted.label)) && (whole || Search.#hasText(member, wanted.text)));
      if (members.length > 0) found.push({ group, members, count: members.length });
    });
    return found;
  }
}
