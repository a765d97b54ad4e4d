//go:build go1.23
// +build go1.23

package main

import (
	"fmt"
	"time"
	"unique"
)

func init() {
	adders = append(adders, func(s *shelf) {
		s.add("Handle", unique.Make("a \"word\""), fmt.Sprintf("unique.Handle(%q)", unique.Make("a \"word\"").Value()))
		s.add("HandleOf", unique.Make(time.Minute), fmt.Sprintf("unique.Handle(%v)", unique.Make(time.Minute).Value()))
		s.add("NoHandle", unique.Handle[int]{}, "unique.Handle(none)")
	})
}
