// template.Template of html/template, which holds one of text/template.
(function ({ inner, template }) {
  return [['html/template.Template', v => template(inner(inner(v.$value).field('text')), 'html/template.Template')]];
})
