//go:build go1.22
// +build go1.22

package main

import (
	"database/sql"
	"math/rand/v2"
	"net/http"
	"time"
)

func init() {
	adders = append(adders, func(s *shelf) {
		mux := http.NewServeMux()
		for _, pattern := range []string{"GET /a/{id}", "POST /a/{id}", "/files/{path...}", "/{$}", "/"} {
			mux.Handle(pattern, http.NotFoundHandler())
		}
		s.add("Patterns", mux, "http.ServeMux(/, /files/{path...}, /{$}, GET /a/{id}, POST /a/{id})")
		s.add("NullOf", sql.Null[int]{V: 3, Valid: true}, "3")
		s.add("NullOfDuration", sql.Null[time.Duration]{V: 3, Valid: true}, time.Duration(3).String())
		s.add("NoneOf", sql.Null[string]{}, "NULL")
		s.add("RandV2", rand.New(rand.NewPCG(1, 2)), "rand.Rand(PCG(0x0000000000000001, 0x0000000000000002))")
		s.add("ChaCha", rand.New(rand.NewChaCha8([32]byte{})), "rand.Rand(ChaCha8)")
	})
}
