// Reads each field of a million structs.
import { target } from 'gjdbg';

target.breakpoint('main.large');
const { s } = target.continue().frame.args;
let sum = 0;
let characters = 0;
for (const point of s) {
  sum += point.x - point.y;
  characters += point.tag.length;
}
console.log(`read ${s.length} structs, ${characters} characters, sum ${sum}`);
target.kill();
