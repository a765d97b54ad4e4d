package main

import (
	"fmt"

	"example.org/packages/yaml.v3"
)

func main() {
	node := &yaml.Node{Kind: yaml.Sequence, Text: "list"}
	fmt.Println(node.Decode(3), yaml.Default.Decode(yaml.Most))
}
