// A map drawn as a table, its columns as wide as they need to be.
import { printer, target } from 'gjdbg';

printer('map[string]main.item', stock => {
  const rows = [['name', 'count', 'price'], ...Array.from(stock, ([name, item]) => [name, item.Count, item.Price]).sort()];
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => String(row[column]).length)));
  return rows.map(row => row.map((cell, column) => String(cell).padEnd(widths[column])).join(' | ').trimEnd()).join('\n');
});

target.breakpoint('main.show');
console.log(target.continue().frame.args.stock);
