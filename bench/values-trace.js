// Prints a hundred frames with their arguments and locals, as often as the target's argument says.
import { target } from 'gjdbg';

target.breakpoint('main.bottom');
const { thread } = target.continue();
for (let pass = 0; pass < Number(target.args[1]); pass++) console.log(thread.trace({ most: 101, variables: true }));
target.kill();
