// What a test's function gets: t.
import { BadRequest, Unavailable, target } from 'gjdbg';
import { Recording } from './recording.js';

export class TestContext {
  #host;
  #left;

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

  /** Records each pass of the places from now on. */
  record(...places) {
    const last = places.at(-1);
    const options = typeof last === 'object' && !(last instanceof RegExp) ? places.pop() : {};
    return new Recording(this.target, places, options);
  }

  /** Lets the target run to its end, past every stop; returns the last one, whose reason is 'exit' or 'killed'. */
  finish() {
    if (this.target.language === 'go' && this.#left === undefined) {
      this.#left = new Unavailable('the goroutines left at the end of the target', 'its end was not seen');
      watchEnd(this.target, left => { this.#left = left; });
    }
    let stop = this.target.continue();
    while (stop.reason !== 'exit' && stop.reason !== 'killed') stop = this.target.continue();
    return stop;
  }

  /** The goroutines besides the main one and the runtime's own that were there when the target ended itself in finish(). */
  get goroutinesLeft() {
    if (this.#left === undefined) throw new BadRequest('the goroutines left at the end are known after t.finish()');
    if (this.#left instanceof Error) throw this.#left;
    return this.#left;
  }
}

// runtime.exit is where both the return of main.main and os.Exit lead to, and every goroutine is still there.
function watchEnd(target, tell) {
  try {
    target.hook('runtime.exit', {
      onEnter() {
        try {
          const others = Array.from(target.goroutines).filter(each => !each.system && each.id !== 1);
          tell(others.map(each => `goroutine ${each.id} (${each.status}) in ${each.frames().map(frame => `${frame}`).find(text => !text.startsWith('runtime.')) ?? each.frame}`));
        } catch (e) {
          tell(e);
        }
      },
    });
  } catch (e) {
    tell(e);
  }
}
