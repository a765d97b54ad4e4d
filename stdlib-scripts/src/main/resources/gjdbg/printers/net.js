// net.IP, the addresses and networks that hold one, and errors of package net.
(function ({ inner, error, addresses }) {
  return [
    ['net.IP', v => (v === null ? '<nil>' : addresses.ip(inner(v.$value)))],
    ['net.HardwareAddr', v => (v === null ? 'nil' : addresses.hardware(inner(v.$value)))],
    ...Object.entries(addresses.texts).map(([type, text]) => [type, v => text(inner(v.$value))]),
    ...error.types('net'),
  ];
})
