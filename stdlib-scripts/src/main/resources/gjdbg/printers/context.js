// The chain of a context.Context: values, deadlines, cancellation and its cause, down to the background (context/context.go).
(function ({ inner, field, error, target }) {
  const DEEPEST = 64;

  function cancelled(handle) {
    const at = field(handle, 'err');
    // since Go 1.25 the error stands in an atomic.Value
    const err = at.type.kind === 'struct' ? at.field('v') : at;
    if (err.js === null) return '';
    const cause = field(handle, 'cause');
    const why = cause && cause.js !== null && error.message(cause) !== error.message(err) ? `, cause: ${error.message(cause)}` : '';
    return ` (done: ${error.message(err)}${why})`;
  }

  function background(handle) {
    const name = handle.type.name;
    if (name === 'context.todoCtx') return 'TODO';
    if (name !== 'context.emptyCtx' || handle.type.kind === 'struct') return 'Background';
    // before Go 1.21 the two were told apart by their addresses
    const todo = target.eval('uintptr(unsafe.Pointer(context.todo))');
    return BigInt(todo) === BigInt(handle.address) ? 'TODO' : 'Background';
  }

  // One link: [its text, the handle of its parent or null].
  function link(handle, ctx) {
    switch (handle.type.name) {
      case 'context.valueCtx':
        return [`Value(${ctx.format(handle.field('key'))}: ${ctx.format(handle.field('val'))})`, handle.field('Context')];
      case 'context.cancelCtx':
        return [`Cancel${cancelled(handle)}`, handle.field('Context')];
      case 'context.timerCtx': {
        const cancel = inner(handle.field('cancelCtx'));
        return [`Deadline(${ctx.format(handle.field('deadline'))})${cancelled(cancel)}`, cancel.field('Context')];
      }
      case 'context.withoutCancelCtx':
        return ['WithoutCancel', handle.field('c')];
      case 'context.afterFuncCtx': {
        const cancel = handle.field('cancelCtx');
        return [`AfterFunc${cancelled(cancel)}`, cancel.field('Context')];
      }
      case 'context.emptyCtx':
      case 'context.backgroundCtx':
      case 'context.todoCtx':
        return [background(handle), null];
      default: {
        const within = handle.type.kind === 'struct' ? field(handle, 'Context') : null;
        return [handle.type.name, within];
      }
    }
  }

  function context(v, ctx) {
    const links = [];
    let at = ctx.handle;
    for (let i = 0; at && i < DEEPEST; i++) {
      const handle = inner(at);
      if (!handle) break;
      const [text, parent] = link(handle, ctx);
      links.push(text);
      at = parent;
    }
    return `context ${links.join(' < ')}`;
  }

  return [
    [/^context\.(valueCtx|cancelCtx|timerCtx|withoutCancelCtx|afterFuncCtx|backgroundCtx|todoCtx|emptyCtx)$/, context],
    ...error.types('context'),
  ];
})
