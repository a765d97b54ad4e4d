// url.URL as its String method has it, but for escapes in names and hosts, and passwords, which are not shown; url.Error (net/url/url.go).
(function ({ error }) {
  // What Go escapes in a path and encodeURI does not.
  const escapePath = path =>
    encodeURI(path).replace(/[?#!*'()]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

  function user(info) {
    return info === null ? '' : `${info.username}${info.passwordSet ? ':xxxxx' : ''}@`;
  }

  function url(v) {
    let text = v.Scheme ? `${v.Scheme}:` : '';
    if (v.Opaque) text += v.Opaque;
    else {
      if (v.Scheme || v.Host || v.User !== null) {
        if (v.Host || v.Path || v.User !== null) text += '//';
        text += user(v.User) + v.Host;
      }
      const path = v.RawPath || escapePath(v.Path);
      if (path && !path.startsWith('/') && v.Host) text += '/';
      text += path;
    }
    if (v.ForceQuery || v.RawQuery) text += `?${v.RawQuery}`;
    if (v.Fragment) text += `#${v.RawFragment || encodeURI(v.Fragment)}`;
    return text;
  }

  return [['net/url.URL', url], ...error.types('net/url')];
})
