// Holds one of each type that gjdbg prints specially, and prints how it reads: name, what has to be in the print, by Go
// itself where Go has a text for it.
package main

import (
	"bytes"
	"container/list"
	"container/ring"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net"
	"net/url"
	"os"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

type key string

type tree struct {
	Left, Right *tree
	Value       int
}

type shelf struct {
	Moment, Zoned, Early, Now time.Time
	Long, Short, Negative     time.Duration
	Zone                      *time.Location
	Month                     time.Month
	Day                       time.Weekday
	Free, Held                sync.Mutex
	Reading                   sync.RWMutex
	Group                     sync.WaitGroup
	Once                      sync.Once
	Cond                      *sync.Cond
	Map                       sync.Map
	Wrapped, Number, Plain    error
	Errno                     error
	Deadline                  context.Context
	Background, Todo          context.Context
	Builder                   strings.Builder
	Buffer                    bytes.Buffer
	Text                      *strings.Reader
	Bytes                     *bytes.Reader
	Any                       atomic.Value
	V4, V6                    net.IP
	Net                       *net.IPNet
	TCP                       *net.TCPAddr
	URL, Escaped              *url.URL
	Int, Zero                 *big.Int
	Rat                       *big.Rat
	Float, Tiny, Denormal     *big.Float
	Huge                      *big.Int
	Raw                       json.RawMessage
	Expression                *regexp.Regexp
	Reflected                 reflect.Value
	List                      *list.List
	Ring                      *ring.Ring
	ID                        [16]byte
	Self                      *shelf
	Tree                      *tree
	Broken                    strings.Reader
}

var kept *shelf

//go:noinline
func pause() { os.Stdout.Sync() }

//go:noinline
func show(s *shelf) {
	pause()
	kept = s
}

func says(name, text string) { fmt.Printf("%s|%s\n", name, strings.ReplaceAll(text, "\n", "\\n")) }

func main() {
	s := &shelf{
		Moment: time.Date(2024, 3, 1, 12, 30, 0, 500000000, time.UTC),
		Zoned:  time.Date(1999, 7, 1, 0, 0, 1, 7, time.FixedZone("far", -12600)),
		Now:    time.Now(),
		Long:   26*time.Hour + 3*time.Second + 50*time.Millisecond, Short: 1500 * time.Nanosecond, Negative: -time.Millisecond,
		Zone: time.UTC, Month: time.May, Day: time.Friday,
		Plain: errors.New("plain"), Errno: syscall.ENOENT,
		Background: context.Background(), Todo: context.TODO(),
		Text: strings.NewReader("read me"), Bytes: bytes.NewReader([]byte{1, 2, 255}),
		V4: net.IPv4(10, 1, 2, 3), V6: net.ParseIP("2001:db8:0:0:1:0:0:1"),
		TCP:  &net.TCPAddr{IP: net.ParseIP("::1"), Port: 8080},
		Int:  new(big.Int).Exp(big.NewInt(-7), big.NewInt(101), nil),
		Zero: new(big.Int), Rat: big.NewRat(-22, 7), Float: big.NewFloat(2.5e20),
		Raw:        json.RawMessage(`{"a": 1}`),
		Expression: regexp.MustCompile(`^a+(b|c)$`),
		Reflected:  reflect.ValueOf("held"),
		List:       list.New(), Ring: ring.New(3),
		ID:   [16]byte{0x12, 0x3e, 0x45, 0x67, 0xe8, 0x9b, 0x12, 0xd3, 0xa4, 0x56, 0x42, 0x66, 0x14, 0x17, 0x40, 0},
		Tree: &tree{&tree{nil, nil, 1}, nil, 2},
	}
	s.Self = s
	s.Held.Lock()
	s.Reading.RLock()
	s.Group.Add(3)
	s.Once.Do(func() {})
	s.Cond = sync.NewCond(&s.Free)
	s.Map.Store("a", 1)
	s.Map.Store("b", []int{1, 2})
	s.Map.Load("a")
	s.Map.Store("c", 3)
	s.Map.Delete("b")
	_, opened := os.Open("/nonexistent")
	s.Wrapped = fmt.Errorf("outer: %w", opened)
	_, s.Number = strconv.Atoi("x1")
	deadline := time.Date(2100, 1, 2, 3, 4, 5, 0, time.UTC)
	inner, cancel := context.WithDeadline(context.WithValue(context.Background(), key("user"), "ann"), deadline)
	cancel()
	s.Deadline = inner
	s.Builder.WriteString("built")
	s.Buffer.WriteString("buffered text")
	s.Buffer.ReadByte()
	s.Text.ReadByte()
	s.Any.Store(42)
	_, s.Net, _ = net.ParseCIDR("10.20.0.0/18")
	s.URL, _ = url.Parse("https://ann@example.com:8080/a/b?q=1&r=x%20y#top")
	s.Escaped = &url.URL{Scheme: "http", Host: "h", Path: "/a?b#c (d)!*'"}
	s.Tiny, s.Denormal = big.NewFloat(-0.00002), big.NewFloat(1e-320)
	s.Huge = new(big.Int).Lsh(big.NewInt(1), 64*2000)
	s.List.PushBack("first")
	s.List.PushBack(2)
	for i := 0; i < 3; i++ {
		s.Ring.Value = i
		s.Ring = s.Ring.Next()
	}

	for name, moment := range map[string]time.Time{"Moment": s.Moment, "Zoned": s.Zoned, "Early": s.Early} {
		says(name, moment.Format(time.RFC3339Nano))
	}
	says("Now", s.Now.UTC().Format("2006-01-02T"))
	for name, each := range map[string]fmt.Stringer{"Long": s.Long, "Short": s.Short, "Negative": s.Negative, "Zone": s.Zone,
		"Month": s.Month, "Day": s.Day, "V4": s.V4, "V6": s.V6, "Net": s.Net, "TCP": s.TCP, "URL": s.URL, "Escaped": s.Escaped, "Tiny": s.Tiny, "Int": s.Int, "Zero": s.Zero,
		"Rat": s.Rat, "Float": s.Float, "Expression": s.Expression} {
		says(name, each.String())
	}
	for name, each := range map[string]error{"Wrapped": s.Wrapped, "Plain": s.Plain, "Errno": s.Errno} {
		says(name, each.Error())
	}
	says("Wrapped", opened.Error())
	says("Number", strconv.Quote(s.Number.Error()))
	says("Deadline", "Deadline(2100-01-02T03:04:05Z) (done: context canceled) < Value(main.key(\"user\"): string(\"ann\")) < Background")
	says("Background", "context Background")
	says("Todo", "context TODO")
	says("Free", "Mutex(unlocked)")
	says("Held", "Mutex(locked)")
	says("Reading", "RWMutex(1 reading)")
	says("Group", "WaitGroup(3 to be done)")
	says("Once", "Once(done)")
	says("Cond", "Cond(0 waiting)")
	says("Map", "\"a\": int(1)")
	says("Map", "\"c\": int(3)")
	says("Builder", strconv.Quote(s.Builder.String()))
	says("Buffer", strconv.Quote(s.Buffer.String()))
	says("Text", strconv.Quote("ead me"))
	says("Bytes", "[01 02 ff]")
	says("Any", "42")
	says("Denormal", "0x.")
	says("Huge", "printer failed: RangeError: 2001 words")
	says("Raw", strconv.Quote(string(s.Raw)))
	says("Reflected", "held")
	says("List", "list.List of 2 { 0: string(\"first\"), 1: int(2) }")
	says("Ring", "ring.Ring { 0: int(0), 1: int(1), 2: int(2) }")
	says("ID", "123e4567-e89b-12d3-a456-426614174000")
	says("Self", "Self: <cycle>")
	says("Tree", "*main.tree {Left: *main.tree {Left: nil, Right: nil, Value: 1}, Right: nil, Value: 2}")
	os.Stdout.Sync()
	show(s)
}
