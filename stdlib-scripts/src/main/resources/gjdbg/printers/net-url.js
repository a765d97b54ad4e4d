// url.URL as its Redacted method has it, which is String with xxxxx for a password; url.Values as Encode has them; errors of package
// net/url (net/url/url.go).
(function ({ error }) {
  const percent = c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`;
  // What Go escapes in each part, where encodeURI does otherwise.
  const escapePath = path => (path === '*' ? '*' : encodeURI(path).replace(/[?#!*'()]/g, percent));
  // RawPath and RawFragment stand where they are an encoding of the other one.
  const raw = (encoded, plain, escape) => (encoded && /^[\w.~!$&'()*+,;=:@[\]%/?-]*$/.test(encoded) && decoded(encoded) === plain ? encoded : escape(plain));
  const escapeFragment = text => encodeURI(text).replace(/[#']/g, percent);
  const escapeHost = text => encodeURI(text).replace(/[#?/@]/g, percent).replace(/%(5B|5D|3C|3E|22)/g, decodeURIComponent);
  const escapeName = text => encodeURIComponent(text).replace(/[!*'()]/g, percent).replace(/%(3B|26|3D|2B|24|2C)/g, decodeURIComponent);

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return null;
    }
  }

  function user(info) {
    return info === null ? '' : `${escapeName(info.username)}${info.passwordSet ? ':xxxxx' : ''}@`;
  }

  function url(v) {
    let text = v.Scheme ? `${v.Scheme}:` : '';
    if (v.Opaque) text += v.Opaque;
    else {
      if (v.Scheme || v.Host || v.User !== null) {
        if (!(v.OmitHost && !v.Host && v.User === null) && (v.Host || v.Path || v.User !== null)) text += '//';
        text += user(v.User) + escapeHost(v.Host);
      }
      const path = raw(v.RawPath, v.Path, escapePath);
      if (path && !path.startsWith('/') && v.Host) text += '/';
      // or a colon in the first part would be taken for the end of a scheme (RFC 3986, section 4.2)
      if (text === '' && path.split('/', 1)[0].includes(':')) text = './';
      text += path;
    }
    if (v.ForceQuery || v.RawQuery) text += `?${v.RawQuery}`;
    if (v.Fragment) text += `#${raw(v.RawFragment, v.Fragment, escapeFragment)}`;
    return text;
  }

  const escapeQuery = text => encodeURIComponent(text).replace(/[!*'()]/g, percent).replaceAll('%20', '+');

  // At most so many.
  function values(v, ctx) {
    if (v === null) return 'nil';
    const found = [];
    for (const [key, each] of v) {
      for (const value of each ?? []) {
        if (found.length < ctx.limits.items) found.push([key, value]);
      }
    }
    if (found.length === 0) return '{}';
    const text = found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(pair => pair.map(escapeQuery).join('=')).join('&');
    return found.length === ctx.limits.items ? `${text}&…` : text;
  }

  return [['net/url.URL', url], ['net/url.Values', values], ...error.types('net/url')];
})
