//go:build planted

package main

// Built with -tags planted the program has its ten bugs.
const planted = true
