// Reads the twenty-one locals of each of a hundred frames.
import { target } from 'gjdbg';

target.breakpoint('main.bottom');
let read = 0;
for (const frame of target.continue().thread.frames()) {
  if (frame.function !== 'main.deep') continue;
  for (const name of Object.keys(frame.locals)) {
    String(frame.locals[name]);
    read++;
  }
}
console.log(`read ${read} locals`);
target.kill();
