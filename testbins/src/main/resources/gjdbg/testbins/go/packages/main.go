package main

import (
	"fmt"

	"example.org/packages/a/util"
	other "example.org/packages/b/util"
	"example.org/packages/yaml.v3"
)

type left struct{ ID int }

type right struct{ ID int }

type both struct {
	left
	right
	Own string
}

var mixed = both{left{1}, right{2}, "own"}

func main() {
	node := &yaml.Node{Kind: yaml.Sequence, Text: "list"}
	fmt.Println(node.Decode(3), yaml.Default.Decode(yaml.Most))
	fmt.Println(util.Where, util.OnlyA, util.Thing{A: 1}, other.Where, other.Thing{B: "x"}, mixed)
}
