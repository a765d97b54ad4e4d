export function text() { return ''; }
