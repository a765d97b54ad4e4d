// net.IP and masks, the addresses and networks that hold one, connections and listeners, and errors of package net.
(function ({ inner, field, error, addresses, descriptor }) {
  const end = handle => (handle.js === null ? '' : addresses.text(handle));

  // From where to where, of what has a netFD (net/fd_posix.go).
  function connection(v) {
    const handle = inner(v.$value);
    const at = field(handle, 'conn', 'fd') ?? field(handle, 'fd');
    const fd = at && inner(at);
    if (!fd) return `${handle.type.name}(none)`;
    const [local, remote] = ['laddr', 'raddr'].map(name => end(fd.field(name)));
    return `${handle.type.name}(${[fd.field('net').js, local, remote && `-> ${remote}`].filter(Boolean).join(' ')}, ${descriptor(fd.field('pfd'))})`;
  }

  return [
    ['net.IP', v => (v === null ? '<nil>' : addresses.ip(inner(v.$value)))],
    ['net.IPMask', v => (v === null || v.length === 0 ? '<nil>' : addresses.mask(inner(v.$value)))],
    ['net.HardwareAddr', v => (v === null ? 'nil' : addresses.hardware(inner(v.$value)))],
    ...Object.entries(addresses.texts).map(([type, text]) => [type, v => text(inner(v.$value))]),
    [/^net\.(TCPConn|UDPConn|UnixConn|IPConn|TCPListener|UnixListener)$/, connection],
    ...error.types('net'),
  ];
})
