package gjdbg.built;

/** Sources of the programs that the tests look at. */
public final class Sources {
    private Sources() {}

    /** Line numbers in the tests count from the package clause, which is line 1. */
    public static final String CALLS = """
            package main

            import (
            	"errors"
            	"fmt"
            	"os"
            	"runtime"
            )

            type account struct {
            	name    string
            	balance int
            }

            //go:noinline
            func (a *account) withdraw(amount int) error {
            	if amount > a.balance {
            		return errors.New("too little")
            	}
            	a.balance -= amount
            	return nil
            }

            func half(n int) int {
            	return n / 2
            }

            //go:noinline
            func transfer(from, to *account, amount int, note string) (err error) {
            	defer func() {
            		if r := recover(); r != nil {
            			err = fmt.Errorf("recovered: %v", r)
            		}
            	}()
            	if err := from.withdraw(half(amount) + half(amount)); err != nil {
            		return err
            	}
            	to.balance += amount
            	return nil
            }

            //go:noinline
            func endless(n int) {
            	for {
            		n = step(n)
            		if n == 0 {
            			return
            		}
            	}
            }

            //go:noinline
            func step(n int) int {
            	return n - 1
            }

            //go:noinline
            func where() {
            	inner()
            }

            func inner() {
            	innermost()
            }

            func innermost() {
            	pcs := make([]uintptr, 16)
            	n := runtime.Callers(1, pcs)
            	frames := runtime.CallersFrames(pcs[:n])
            	for {
            		frame, more := frames.Next()
            		entry := uintptr(0)
            		if frame.Func != nil {
            			entry = frame.Func.Entry()
            		}
            		fmt.Printf("%x %x %s %s:%d\\n", frame.PC, entry, frame.Function, frame.File, frame.Line)
            		if !more {
            			return
            		}
            	}
            }

            func main() {
            	a, b := &account{"a", 10}, &account{"b", 0}
            	fmt.Fprintln(os.Stderr, transfer(a, b, 4, "x"), a, b)
            	endless(half(8))
            	where()
            	func() {
            		where()
            	}()
            }
            """;
}
