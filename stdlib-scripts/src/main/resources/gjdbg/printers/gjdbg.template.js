// A template of text/template or html/template: its name and the text that it was parsed from.
(function ({ inner, field, quote }) {
  // handle is that of a text/template.Template.
  return function template(handle, title) {
    const tree = handle && field(handle, 'Tree');
    const parsed = tree && inner(tree);
    const name = handle ? quote(handle.field('name').js) : 'none';
    return `${title}(${name}, ${parsed ? quote(parsed.field('text').js) : 'not parsed'})`;
  };
})
