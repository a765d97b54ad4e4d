// Prints a hundred frames with their arguments and locals, as often as the target's argument says.
import { target } from 'gjdbg';

target.breakpoint('main.bottom');
const { thread } = target.continue();
let read = 0;
for (let pass = 0; pass < Number(target.args[1]); pass++) {
  const text = thread.trace({ most: 101, variables: true });
  console.log(text);
  read += text.split('main.deep at ').length - 1;
}
console.log(`read ${read} frames`);
target.kill();
