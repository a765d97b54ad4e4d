// What a test's function gets: t.
import { target } from 'gjdbg';

export class TestContext {
  #host;

  constructor(test, host) {
    this.#host = host;
    this.name = test.name;
    this.target = target;
  }

  /** What the target has written to its standard output so far. */
  get stdout() {
    return this.#host.stdout();
  }

  get stderr() {
    return this.#host.stderr();
  }

  /** Lets the target run to its end, past every stop; returns the last one, whose reason is 'exit' or 'killed'. */
  finish() {
    let stop = this.target.continue();
    while (stop.reason !== 'exit' && stop.reason !== 'killed') stop = this.target.continue();
    return stop;
  }
}
