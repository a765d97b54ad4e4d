// Addresses of package net as their String methods have them; all take the handle of a struct (net/ip.go, tcpsock.go, …).
(function ({ inner, bytes, address }) {
  const LONGEST = 64; // an address has 4 or 16 bytes; what has more is none, and may be wild

  const octets = handle => Array.from(bytes(handle, 0, Infinity, LONGEST));
  const hex = list => list.map(byte => byte.toString(16).padStart(2, '0')).join('');

  function ip(handle) {
    const list = octets(handle);
    return list.length === 0 ? '<nil>' : address(list);
  }

  // As ip, but nothing where there is none.
  const known = handle => (octets(handle).length === 0 ? '' : ip(handle));

  function host(handle) {
    const zone = handle.field('Zone').js;
    return known(handle.field('IP')) + (zone ? `%${zone}` : '');
  }

  function hostPort(handle) {
    const name = host(handle);
    const port = handle.field('Port').js;
    return /[:%]/.test(name) ? `[${name}]:${port}` : `${name}:${port}`;
  }

  function network(handle) {
    let list = octets(handle.field('IP'));
    if (list.length === 16 && list.slice(0, 10).every(byte => byte === 0) && list[10] === 255 && list[11] === 255) list = list.slice(12);
    let mask = octets(handle.field('Mask'));
    if (mask.length === 16 && list.length === 4) mask = mask.slice(12);
    if (list.length !== 4 && list.length !== 16 || mask.length !== list.length) return '<nil>';
    const bits = mask.map(byte => byte.toString(2).padStart(8, '0')).join('');
    return `${address(list)}/${/^1*0*$/.test(bits) ? bits.replaceAll('0', '').length : hex(mask)}`;
  }

  const texts = {
    'net.TCPAddr': hostPort,
    'net.UDPAddr': hostPort,
    'net.IPAddr': host,
    'net.IPNet': network,
    'net.UnixAddr': handle => handle.field('Name').js,
    'net.pipeAddr': () => 'pipe',
  };

  // Of a net.Addr.
  function text(handle) {
    const held = inner(handle);
    const make = held && texts[held.type.name];
    return make ? make(held) : held ? `a ${held.type.name}` : '<nil>';
  }

  return { texts, text, ip, mask: handle => hex(octets(handle)), hardware: handle => octets(handle).map(byte => byte.toString(16).padStart(2, '0')).join(':') };
})
