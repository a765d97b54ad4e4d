// The same condition in Go's syntax.
import { target } from 'gjdbg';

target.breakpoint('main.work', { when: 'amount > 100000' });
target.continue();
