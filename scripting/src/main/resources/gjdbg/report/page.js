// Small things that the other parts use.
const $ = id => document.getElementById(id);
const snapshot = JSON.parse($('data').textContent);

/** An element with that class and these children; text never becomes markup. */
function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter(each => each !== null && each !== undefined && each !== ''));
  return element;
}

function button(className, ...children) {
  const element = make('button', className, ...children);
  element.type = 'button';
  return element;
}

const grouped = number => String(number).replace(/\B(?=(\d{3})+$)/g, ',');
const counted = (count, one, several = `${one}s`) => `${grouped(count)} ${count === 1 ? one : several}`;

const UNITS = [[86_400_000, 'd'], [3_600_000, 'h'], [60_000, 'min'], [1000, 's'], [1, 'ms']];

/** Milliseconds as people say it. */
function duration(milliseconds) {
  const [length, unit] = UNITS.find(([each]) => milliseconds >= each) ?? UNITS.at(-1);
  const number = milliseconds / length;
  return `${number < 10 && unit !== 'ms' ? number.toFixed(1) : Math.round(number)} ${unit}`;
}

// functions as time.Sleep stand in the runtime's files
const RUNTIME_FILES = /(^|\/src\/)(internal\/)?runtime\/(?!debug\/|pprof\/|trace\/|metrics\/|cgo\/|coverage\/)/;
const isRuntime = frame => /^(runtime|internal\/runtime\/\w+|runtime\/internal\/\w+)\./.test(frame.function) || RUNTIME_FILES.test(frame.file);
const isOfGo = frame => isRuntime(frame) || /^(internal|sync|syscall|time|os|io|bufio|net|reflect|context|fmt|log)[./]/.test(frame.function);

/** The innermost frame of the program's own code, as far as it has one. */
const telling = frames => frames.find(frame => !isOfGo(frame)) ?? frames.find(frame => !isRuntime(frame)) ?? frames[0];
const placeText = ({ file, line }) => (line ? `${file}:${line}` : '');
const nameOf = frame => frame.function || `pc ${frame.pc}`;

let noticeTimer;
function notice(text) {
  $('notice').textContent = text;
  $('notice').hidden = false;
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => { $('notice').hidden = true; }, 4000);
}

/** { name, type, value } of arguments and locals. */
function valueRows({ args = [], locals = [] }) {
  if (args.length + locals.length === 0) return null;
  return make('div', 'values', ...[...args, ...locals].map(({ name, type, value }) =>
    make('div', '', make('b', '', name), ' ', make('span', 'type', type), ' = ', value)));
}

function frameRow(frame) {
  return make('li', isRuntime(frame) ? 'quiet' : '',
    make('span', 'function', nameOf(frame)),
    make('span', 'line', placeText(frame), frame.inlined ? ' (inlined)' : ''),
    valueRows(frame));
}

/** Frames; those of the runtime fold into a line for each run of them unless they are wanted. */
function frameList({ frames, cut }, withRuntime) {
  const list = make('ol', 'frames');
  let quiet = [];
  const flush = () => {
    if (quiet.length > 0) {
      const folded = quiet;
      const line = make('li', 'between', `${counted(folded.length, 'frame')} of the runtime`);
      line.title = folded.map(each => `${nameOf(each)}  ${placeText(each)}`).join('\n');
      list.append(line);
    }
    quiet = [];
  };
  const all = withRuntime || frames.every(isRuntime);
  for (const frame of frames) {
    if (!all && isRuntime(frame)) {
      quiet.push(frame);
    } else {
      flush();
      list.append(frameRow(frame));
    }
  }
  flush();
  if (cut) list.append(make('li', 'between', '… more frames, which were not read'));
  return list;
}
