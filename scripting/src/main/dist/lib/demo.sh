#!/usr/bin/env bash
# gjdbg demo: compiles the demo's program, shows a script, and runs it on the program.
set -uo pipefail
home=$1

if ! type -P go >/dev/null; then
  echo "gjdbg: the demo debugs a Go program, so it needs Go 1.17 or later to compile it: https://go.dev/dl" >&2
  exit 2
fi

program=${XDG_CACHE_HOME:-$HOME/.cache}/gjdbg/demo
mkdir -p "$program" && cp "$home"/demo/bank/*.go "$home"/demo/bank/go.mod "$program" || exit 2
# Replaced, not added to: an old Go may not know all flags that a user has set.
if ! (cd "$program" && GOFLAGS=-mod=mod GOWORK=off CGO_ENABLED=0 go build -o bank .); then
  echo "gjdbg: compiling the demo's program $program/main.go failed" >&2
  exit 2
fi

script=$home/examples/01-first-look.js
echo "--- $program/main.go is the program, a bank. The script, ${script##*/}:"
echo
cat "$script"
echo
echo "--- gjdbg run ${script##*/} bank prints:"
echo
exec "$home/bin/gjdbg" run "$script" "$program/bank"
