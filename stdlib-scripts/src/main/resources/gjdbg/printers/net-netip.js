// netip.Addr, AddrPort and Prefix, and errors of package net/netip (net/netip/netip.go).
(function ({ inner, field, known, address, error, target }) {
  const INVALID = 'invalid IP';

  // How it is known to be of version 4: by the pointer z, to a detail since Go 1.23 and just to be compared before.
  function version(handle) {
    const z = handle.field('z');
    const detail = z.type.kind === 'struct' ? z.field('value') : z;
    if (detail.js === null) return 0;
    const isV6 = field(detail.deref(), 'isV6');
    if (isV6) return known(isV6) ? 6 : 4;
    return target.globals['net/netip.z4']?.$value.deref().address === detail.deref().address ? 4 : 6;
  }

  function zone(handle) {
    const z = handle.field('z');
    const detail = (z.type.kind === 'struct' ? z.field('value') : z).deref();
    const name = field(detail, 'zoneV6') ?? field(detail, 'cmpVal');
    return name?.js ? `%${name.js}` : '';
  }

  function text(handle) {
    const { hi, lo } = handle.field('addr').js;
    const digits = ((BigInt(hi) << 64n) | BigInt(lo)).toString(16).padStart(32, '0');
    const bytes = Array.from({ length: 16 }, (_, i) => parseInt(digits.slice(2 * i, 2 * i + 2), 16));
    switch (version(handle)) {
      case 0: return INVALID;
      case 4: return address(bytes.slice(12));
      default: return address(bytes, true) + zone(handle);
    }
  }

  function port(v) {
    const handle = inner(v.$value);
    const ip = text(handle.field('ip'));
    if (ip === INVALID) return 'invalid AddrPort';
    return ip.includes(':') ? `[${ip}]:${v.port}` : `${ip}:${v.port}`;
  }

  function prefix(v) {
    const handle = inner(v.$value);
    const bits = field(handle, 'bitsPlusOne') ? v.bitsPlusOne - 1 : v.bits;
    return bits < 0 || version(handle.field('ip')) === 0 ? 'invalid Prefix' : `${text(handle.field('ip'))}/${bits}`;
  }

  return [
    ['net/netip.Addr', v => text(inner(v.$value))],
    ['net/netip.AddrPort', port],
    ['net/netip.Prefix', prefix],
    ...error.types('net/netip'),
  ];
})
