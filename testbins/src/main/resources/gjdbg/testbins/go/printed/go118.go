//go:build go1.18
// +build go1.18

package main

import (
	"fmt"
	"net/netip"
)

func init() {
	adders = append(adders, func(s *shelf) {
		for i, text := range []string{"10.1.2.3", "2001:db8::7", "fe80::1%eth0", "::ffff:1.2.3.4", "::", "::1", "1:0:0:2::", "::ffff:1.2.3.4%z"} {
			address := netip.MustParseAddr(text)
			s.add(fmt.Sprint("Addr", i), address, address.String())
			port := netip.AddrPortFrom(address, 443)
			s.add(fmt.Sprint("AddrPort", i), port, port.String())
			if prefix, err := address.WithZone("").Prefix(20); err == nil {
				s.add(fmt.Sprint("Prefix", i), &prefix, prefix.String())
			}
		}
		s.add("NoAddr", netip.Addr{}, netip.Addr{}.String())
		s.add("NoAddrPort", netip.AddrPort{}, netip.AddrPort{}.String())
		s.add("NoPrefix", netip.Prefix{}, netip.Prefix{}.String())
	})
}
