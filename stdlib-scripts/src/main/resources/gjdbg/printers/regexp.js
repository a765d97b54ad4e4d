// regexp.Regexp: its expression.
(function () {
  return [['regexp.Regexp', v => `regexp \`${v.expr}\``]];
})
