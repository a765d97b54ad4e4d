// Package yaml has another name than the last part of its path, in which the linker escapes the dot.
package yaml

type Kind uint32

const (
	Scalar Kind = 1 << iota
	Sequence
	Mapping
)

const Most = 7

type Node struct {
	Kind Kind
	Text string
}

var Default = Node{Kind: Scalar | Mapping, Text: "default"}

//go:noinline
func (n *Node) Decode(depth int) int { return len(n.Text) + depth }
