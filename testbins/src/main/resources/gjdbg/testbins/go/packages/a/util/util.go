// Package util has a namesake.
package util

var Where = "a"

var OnlyA = "only a"

type Thing struct{ A int }
