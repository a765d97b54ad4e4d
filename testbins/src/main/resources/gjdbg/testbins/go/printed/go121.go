//go:build go1.21
// +build go1.21

package main

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"sync"
	"time"
)

var keepAlive func()

func init() {
	adders = append(adders, func(s *shelf) {
		ctx, cancel := context.WithTimeoutCause(context.Background(), time.Nanosecond, errors.New("too slow"))
		<-ctx.Done()
		deadline, _ := ctx.Deadline()
		timed := fmt.Sprintf("Deadline(%s) (done: %v, cause: %v) < Background", deadline.Format(time.RFC3339Nano), ctx.Err(), context.Cause(ctx))
		s.add("TimedOut", ctx, "context "+timed)
		s.add("Without", context.WithoutCancel(ctx), "context WithoutCancel < "+timed)
		cancel()
		parent, stop := context.WithCancel(context.Background())
		context.AfterFunc(parent, func() {})
		child := reflect.ValueOf(parent).Elem().FieldByName("children").MapKeys()[0]
		s.add("After", child, "reflect.Value(context AfterFunc < Cancel < Background)")
		keepAlive = stop
		once := sync.OnceFunc(func() {})
		once()
		s.add("OnceFunc", once, "~OnceFunc.")
	})
}
