// What t.record(…) gives: which of some places were passed, in which order, and by which goroutines.
import { BadRequest, format } from 'gjdbg';

const checkOptions = globalThis[Symbol.for('gjdbg.options')];
const MOST_SHOWN = 40;
const MOST_HITS = 100_000;

const isLine = place => typeof place === 'string' && /:\d+$/.test(place);

export class Recording {
  #breakpoints = new Map();
  #open = new Map();

  constructor(target, places, options = {}) {
    checkOptions(options, 'record()', ['returns']);
    const { returns = false } = options;
    this.hits = [];
    this.left = 0;
    if (places.length === 0) throw new BadRequest("record takes places: functions, 'file.go:42' or patterns of function names");
    for (const place of places) this.#watch(target, place, returns && !isLine(place));
  }

  #watch(target, place, returns) {
    const name = `${place}`;
    const record = this;
    const handlers = { onEnter(frame) { record.#add(name, frame, false); } };
    if (returns) handlers.onReturn = frame => record.#add(name, frame, true);
    this.#open.set(name, 0);
    this.#breakpoints.set(name, target.hook(place, handlers));
  }

  #add(place, frame, returned) {
    this.#open.set(place, this.#open.get(place) + (returned ? -1 : 1));
    if (this.hits.length === MOST_HITS) {
      this.left++;
      return;
    }
    const goroutine = frame.goroutine;
    this.hits.push({ place, function: frame.function, file: frame.file, line: frame.line, goroutine: goroutine?.id ?? null, returned });
  }

  #known(place) {
    const name = `${place}`;
    if (!this.#breakpoints.has(name)) {
      throw new BadRequest(`${name} was not recorded; these are: ${[...this.#breakpoints.keys()].join(', ')}`);
    }
    return name;
  }

  /** How often the place was passed: for a function, how often it was called. */
  count(place) {
    const name = this.#known(place);
    return this.hits.filter(hit => hit.place === name && !hit.returned).length;
  }

  /** Calls that have not returned, where the recording has `returns: true`. */
  running(place) {
    return this.#open.get(this.#known(place));
  }

  /** What is wrong with that order of the first passes; undefined where it is right. */
  outOfOrder(places) {
    if (places.length < 2) throw new BadRequest(`an order is of two places or more, not of ${format(places)}`);
    let [before, last] = [undefined, -1];
    for (const place of places.map(each => this.#known(each))) {
      const first = this.hits.findIndex(hit => hit.place === place && !hit.returned);
      if (first < 0) return `${place} was never reached`;
      if (first < last) return `${place} came before ${before}`;
      [before, last] = [place, first];
    }
    return undefined;
  }

  toString() {
    const shown = this.hits.slice(0, MOST_SHOWN).map((hit, i) => {
      const who = hit.goroutine === null ? '' : ` g${hit.goroutine}`;
      return `  ${i + 1}.${who} ${hit.returned ? 'return of ' : ''}${hit.place} at ${hit.file}:${hit.line}`;
    });
    const more = this.hits.length + this.left - shown.length;
    if (more > 0) shown.push(`  … ${more} more`);
    return shown.length > 0 ? shown.join('\n') : '  nothing was recorded';
  }
}
