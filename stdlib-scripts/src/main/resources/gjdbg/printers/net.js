// net.IP and what holds one, and net.OpError (package net).
(function ({ inner, error, field, address }) {
  const text = bytes => address(Array.from(bytes));

  function port(v) {
    const ip = v.IP === null ? '' : text(v.IP);
    const zone = v.Zone ? `%${v.Zone}` : '';
    return ip.includes(':') ? `[${ip}${zone}]:${v.Port}` : `${ip}:${v.Port}`;
  }

  function prefix(v) {
    const ones = Array.from(v.Mask).reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
    return `${text(v.IP)}/${ones}`;
  }

  return [
    ['net.IP', v => (v === null || v.length === 0 ? '<nil>' : text(v))],
    ['net.IPNet', prefix],
    ['net.IPAddr', v => text(v.IP) + (v.Zone ? `%${v.Zone}` : '')],
    [/^net\.(TCP|UDP)Addr$/, port],
    ['net.UnixAddr', v => v.Name],
    ['net.HardwareAddr', v => Array.from(v, byte => byte.toString(16).padStart(2, '0')).join(':')],
    ...error.types('net'),
  ];
})
