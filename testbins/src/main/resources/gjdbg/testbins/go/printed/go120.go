//go:build go1.20
// +build go1.20

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
)

func init() {
	adders = append(adders, func(s *shelf) {
		joined := errors.Join(s.Plain, fmt.Errorf("second: %w", io.EOF))
		s.add("Joined", joined, chain(joined, 0))
		several := fmt.Errorf("both %w and %w", joined, io.ErrUnexpectedEOF)
		s.add("Several", several, chain(several, 0))
		cause, cancel := context.WithCancelCause(context.Background())
		cancel(errors.New("why"))
		s.add("Cause", cause, fmt.Sprintf("context Cancel (done: %v, cause: %v) < Background", cause.Err(), context.Cause(cause)))
	})
}
