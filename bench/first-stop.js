// The start-up rows: stop at main.main and print the stack.
import { target } from 'gjdbg';

target.breakpoint('main.main');
for (const frame of target.continue().thread.frames()) console.log(`${frame}`);
target.kill();
