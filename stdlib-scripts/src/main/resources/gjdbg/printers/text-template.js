// template.Template of text/template, and errors of that package.
(function ({ inner, template, error }) {
  return [['text/template.Template', v => template(inner(v.$value), 'template.Template')], ...error.types('text/template')];
})
