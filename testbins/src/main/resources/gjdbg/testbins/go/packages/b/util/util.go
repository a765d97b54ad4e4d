// Package util has a namesake.
package util

var Where = "b"

type Thing struct{ B string }
