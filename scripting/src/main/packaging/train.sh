#!/usr/bin/env bash
# Makes lib/gjdbg.aot of a packed gjdbg by a training run: a real script on a real program. With Go on this machine that is
# the demo's program, so that all classes that read Go are in the cache; without, /bin/true.
#   train.sh DIST
set -uo pipefail
dist=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

program=/bin/true
if type -P go >/dev/null && (cd "$dist/demo/bank" && GOFLAGS=-mod=mod GOWORK=off CGO_ENABLED=0 go build -o "$work/bank" .) >"$work/log" 2>&1; then
  program=$work/bank
fi

rm -f "$dist/lib/gjdbg.aot"
if ! GJDBG_AOT_OUTPUT=$dist/lib/gjdbg.aot "$dist/bin/gjdbg" run "${BASH_SOURCE[0]%/*}/training.js" "$program" >"$work/log" 2>&1 \
  || [[ ! -f $dist/lib/gjdbg.aot ]]; then
  rm -f "$dist/lib/gjdbg.aot"
  echo "note: no AOT cache was made, for the training run failed (gjdbg starts half a second later without it):"
  tail -n 3 "$work/log"
fi
