// A printer for a type of your own: a binary tree in one line. console.log, gjdbg.format and `${value}` use it from then on,
// also where the tree is a field, an element or an argument.
import { printer, target } from 'gjdbg';

/** @type {(tree: any) => string} */
const branch = tree => (tree === null ? '' : `(${branch(tree.Left)}${tree.Value}${branch(tree.Right)})`);
printer('main.tree', branch);

target.breakpoint('main.show');
const { frame } = target.continue();
console.log('the tree:', frame.args.t);
console.log(`its left side: ${frame.args.t.Left}`);
