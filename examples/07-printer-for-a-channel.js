// A printer with a summary and children: what waits in a channel of structs. Children come from a generator, which is asked
// for as many as are shown.
import { printer, target } from 'gjdbg';

printer('chan main.job', {
  summary: jobs => `${jobs.length} of ${jobs.capacity} jobs`,
  *children(jobs) {
    for (const job of jobs.buffer) yield [job.Name, `priority ${job.Priority}`];
  },
});

target.breakpoint('main.show');
console.log(target.continue().frame.args.jobs);
