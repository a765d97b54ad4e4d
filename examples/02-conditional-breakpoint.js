// Breakpoints with conditions: a JavaScript function of the frame, or an expression in Go's syntax.
import { target } from 'gjdbg';

const large = target.breakpoint('main.transfer', { when: f => f.args.amount > 1000 });
const poor = target.breakpoint('main.transfer', { when: 'from.balance < amount' });

for (let stop = target.continue(); stop.reason === 'breakpoint'; stop = target.continue()) {
  const why = stop.breakpoint.id === large.id ? 'large' : 'not enough money';
  console.log(`${why}: ${stop.frame.args.from.name} pays ${stop.frame.args.amount}`);
}
console.log(`large ${large.hits}, refused ${poor.hits}, condition evaluated by ${large.mechanism}`);
