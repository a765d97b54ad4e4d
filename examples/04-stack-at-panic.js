// Where did it panic, and what was it doing? An unrecovered panic stops the program while its stack is still there.
import { target } from 'gjdbg';

const stop = target.continue();
if (stop.reason === 'panic') {
  for (const frame of stop.goroutine.frames()) {
    if (!frame.function.startsWith('main.')) continue;
    console.log(`${frame.function} line ${frame.line}`);
    for (const [name, value] of Object.entries(frame.args)) console.log(`    ${name} = ${gjdbg.format(value)}`);
  }
} else {
  console.log(`no panic: ${stop}`);
}
