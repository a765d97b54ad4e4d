// A ledger with ten jobs, each with a bug that -tags planted puts in: what the scenarios in examples/scenarios find.
package main

import (
	"fmt"
	"os"
)

func main() {
	jobs := map[string]func(){
		"deposits": deposits,
		"close":    closing,
		"shutdown": shutdown,
		"audit":    audit,
		"interest": interest,
		"refusal":  refusal,
		"rates":    rates,
		"withdraw": withdraw,
		"vault":    useVault,
		"ids":      ids,
	}
	if len(os.Args) != 2 || jobs[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: ledger JOB")
		os.Exit(2)
	}
	jobs[os.Args[1]]()
}
