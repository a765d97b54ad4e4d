// json.RawMessage as text, json.Number, and errors of package encoding/json.
(function ({ error, content, quote }) {
  return [
    ['encoding/json.RawMessage', (v, ctx) => (v === null ? 'nil' : `json.RawMessage(${content(v.$value)})`)],
    ['encoding/json.Number', (v, ctx) => `json.Number(${quote(v)})`],
    ...error.types('encoding/json'),
  ];
})
