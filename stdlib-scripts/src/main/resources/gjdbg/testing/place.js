// Where in a scenario's own files something happened.

const OWN = /(?:\(|at )((?:[^()\s]|\s(?!\())+?):(\d+):(\d+)\)?$/;
const hidden = line => line.includes('gjdbg.builtin') || line.includes('gjdbg/test') || /\/testing\/\w+\.js:/.test(line) || line.includes('<internal');

/** The frames of a stack that are the scenario's own, a line each. */
export function scriptFrames(stack) {
  return String(stack ?? '').split('\n').map(line => line.trim()).filter(line => line.startsWith('at ') && !hidden(line));
}

/** File, line and column of the innermost of them; undefined where there is none. */
export function scriptPlace(stack) {
  for (const frame of scriptFrames(stack)) {
    const match = OWN.exec(frame);
    if (match) return { file: match[1], line: Number(match[2]), column: Number(match[3]) };
  }
  return undefined;
}
