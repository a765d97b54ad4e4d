// Change the program's course: give an account more money just before the transfer that would be refused.
import { target } from 'gjdbg';

target.hook('main.transfer', {
  when: 'from.balance < amount',
  onEnter(f) {
    const { from, amount } = f.args;
    console.log(`${from.name} has ${from.balance} and wants to pay ${amount}: have it then`);
    f.set('from.balance', amount);
  },
});
console.log('status', target.continue().exitCode);
