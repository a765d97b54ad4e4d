// Prints the twenty-one locals of each of a hundred frames, as often as the target's argument says.
import { target } from 'gjdbg';

target.breakpoint('main.bottom');
const { thread } = target.continue();
let read = 0;
for (let pass = 0; pass < Number(target.args[1]); pass++) {
  for (const frame of thread.frames()) {
    if (frame.function !== 'main.deep') continue;
    console.log(frame.function, frame.locals);
    read++;
  }
}
console.log(`read ${read} frames`);
target.kill();
