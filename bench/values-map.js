// Reads each key and value of a map of 100,000 entries.
import { target } from 'gjdbg';

target.breakpoint('main.large');
const { m } = target.continue().frame.args;
let sum = 0;
let characters = 0;
m.forEach((value, key) => {
  characters += key.length;
  sum += value;
});
console.log(`read ${m.size} entries, ${characters} characters, sum ${sum}`);
target.kill();
