// json.RawMessage as text, json.Number, and errors of package encoding/json.
(function ({ error, content }) {
  return [
    ['encoding/json.RawMessage', (v, ctx) => (v === null ? 'nil' : `json.RawMessage(${content(v.$value)})`)],
    ...error.types('encoding/json'),
  ];
})
