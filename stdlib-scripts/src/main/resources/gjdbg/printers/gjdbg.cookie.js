// http.Cookie as its String method has it (net/http/cookie.go), which for one whose name can't be sent is nothing: that has its plain form.
(function ({ field, inner, moments }) {
  const MOST_DOMAIN = 255;
  const MOST_LABEL = 63;
  const LABEL = /^[A-Za-z\d]([A-Za-z\d-]*[A-Za-z\d])?$/;
  const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const SAME_SITE = { 2: '; SameSite=Lax', 3: '; SameSite=Strict', 4: '; SameSite=None' };
  const FIRST_YEAR = 1601;

  const isToken = name => /^[\w!#$%&'*+.^`|~-]+$/.test(name);

  function isDomain(text) {
    const name = text.replace(/^\./, '');
    const labels = name.split('.');
    const isName = text.length <= MOST_DOMAIN && /[A-Za-z]/.test(name) && (labels.at(-1) !== '' || labels.length > 1)
      && labels.every((label, i) => (label === '' ? i === labels.length - 1 : label.length <= MOST_LABEL && LABEL.test(label)));
    return isName || /^(\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split('.').every(part => part <= 255 && !/^0\d/.test(part));
  }

  // In UTC, as http.TimeFormat has it; empty where no browser would take it.
  function expires(moment) {
    const date = new Date(Number(moment.unix) * 1000);
    const year = date.getUTCFullYear();
    if (Number.isNaN(year) || year < FIRST_YEAR) return '';
    const pad = number => String(number).padStart(2, '0');
    const day = `${DAYS[date.getUTCDay()]}, ${pad(date.getUTCDate())} ${MONTHS[date.getUTCMonth()]} ${String(year).padStart(4, '0')}`;
    return `; Expires=${day} ${[date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(pad).join(':')} GMT`;
  }

  return function cookie(v, ctx) {
    if (!isToken(v.Name)) return ctx.format(v, { raw: true });
    const handle = inner(v.$value);
    const flag = name => field(handle, name)?.js === true;
    // what no browser would take is left out
    const value = v.Value.replace(/[^\x20-\x7e]|["\\;]/g, '');
    const path = v.Path.replace(/[^\x20-\x7e]|;/g, '');
    return `${v.Name}=${/[ ,]/.test(value) || flag('Quoted') ? `"${value}"` : value}`
      + (v.Path ? `; Path=${path}` : '')
      + (isDomain(v.Domain) ? `; Domain=${v.Domain.replace(/^\./, '')}` : '')
      + expires(moments.instant(handle.field('Expires').js))
      + (v.MaxAge === 0 ? '' : `; Max-Age=${Math.max(0, v.MaxAge)}`)
      + (v.HttpOnly ? '; HttpOnly' : '')
      + (v.Secure ? '; Secure' : '')
      + (SAME_SITE[v.SameSite] ?? '')
      + (flag('Partitioned') ? '; Partitioned' : '');
  };
})
