// The breakpoint rows: a condition that is always false, as a function of the frame.
import { target } from 'gjdbg';

target.breakpoint('main.work', { when: f => f.args.amount > 100000 });
target.continue();
