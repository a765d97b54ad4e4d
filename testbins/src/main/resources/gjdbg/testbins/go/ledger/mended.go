//go:build !planted

package main

const planted = false
