// Stops where the others do, and reads nothing.
import { target } from 'gjdbg';

target.breakpoint(target.args[1]);
console.log(`stopped in ${target.continue().frame.function}`);
target.kill();
