// sql.NullString and its kin: the value, or NULL (database/sql/sql.go).
(function ({ inner }) {
  return [[/^database\/sql\.Null(\w+|\[.*\])$/, (v, ctx) => {
    const handle = inner(v.$value);
    return v.Valid ? ctx.format(handle.field(handle.type.fields.find(({ name }) => name !== 'Valid').name)) : 'NULL';
  }]];
})
