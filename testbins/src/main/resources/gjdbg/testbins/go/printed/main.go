// Holds one of each type that gjdbg prints specially, and prints how each reads: name|text, or name|~text where that is a part
// of the print. Go itself makes the text where it has one for the type. Where it has none, such as for a mutex, the line puts
// what the program knows of the value into gjdbg's words. Parts are for what is in no order, or what Go does not show.
package main

import (
	"bufio"
	"bytes"
	"container/list"
	"container/ring"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"net/url"
	"os"
	"reflect"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	_ "time/tzdata"
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
	More                      []named
}

var kept *shelf

//go:noinline
func pause() { os.Stdout.Sync() }

//go:noinline
func show(s *shelf) {
	pause()
	kept = s
}

var lines = regexp.MustCompile("\\n *")

func says(name, text string) { fmt.Printf("%s|%s\n", name, lines.ReplaceAllString(text, " ")) }

func part(name, text string) { says(name, "~"+text) }

type named struct {
	Name  string
	Value interface{}
}

// Adds a value, to be shown as the interface's dynamic one, and says how.
func (s *shelf) add(name string, value interface{}, text string) {
	s.More = append(s.More, named{name, value})
	says(name, text)
}

// What adds values of types that not all releases have.
var adders []func(*shelf)

func typeName(t reflect.Type) string {
	if t.Kind() == reflect.Ptr {
		return "*" + typeName(t.Elem())
	}
	return t.PkgPath() + "." + t.Name()
}

// An error with what it wraps.
func chain(err error, depth int) string {
	text := typeName(reflect.TypeOf(err)) + " " + strconv.Quote(err.Error())
	var within []error
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		within = []error{e.Unwrap()}
	case interface{ Unwrap() []error }:
		within = e.Unwrap()
	}
	for _, each := range within {
		if each != nil {
			text += "\n" + strings.Repeat("  ", depth+1) + "wraps " + chain(each, depth+1)
		}
	}
	return text
}

func headers(h http.Header) string {
	var names []string
	for name := range h {
		names = append(names, name)
	}
	sort.Strings(names)
	text := ""
	for _, name := range names {
		for _, value := range h[name] {
			text += "\n  " + name + ": " + value
		}
	}
	return text
}

func (s *shelf) network() {
	v4, v6 := net.IPv4(192, 168, 0, 1), net.ParseIP("fe80::1:0:0:2")
	s.add("UDP4", &net.UDPAddr{IP: v4, Port: 53}, (&net.UDPAddr{IP: v4, Port: 53}).String())
	s.add("UDP6", &net.UDPAddr{IP: v6, Port: 53, Zone: "eth0"}, (&net.UDPAddr{IP: v6, Port: 53, Zone: "eth0"}).String())
	s.add("UDPAny", &net.UDPAddr{Port: 9}, (&net.UDPAddr{Port: 9}).String())
	s.add("Unix", &net.UnixAddr{Name: "/tmp/s", Net: "unix"}, (&net.UnixAddr{Name: "/tmp/s", Net: "unix"}).String())
	s.add("IPAddr", &net.IPAddr{IP: v6, Zone: "lo"}, (&net.IPAddr{IP: v6, Zone: "lo"}).String())
	s.add("IPAddrAny", &net.IPAddr{}, (&net.IPAddr{}).String())
	mac := net.HardwareAddr{2, 0, 0x5e, 0x10, 0, 0xff}
	s.add("MAC", mac, mac.String())
	for i, ip := range []net.IP{v4.To4(), net.IPv6zero, net.IPv6loopback, net.ParseIP("1:0:0:2::3"), net.ParseIP("::ffff:1.2.3.4"), {1, 2, 3}, nil} {
		s.add(fmt.Sprint("IP", i), ip, ip.String())
	}
	for i, text := range []string{"2001:db8::/33", "10.0.0.0/8", "::/0"} {
		_, ip, _ := net.ParseCIDR(text)
		s.add(fmt.Sprint("IPNet", i), ip, ip.String())
	}
	odd := &net.IPNet{IP: v4, Mask: net.IPMask{255, 0, 255, 0}}
	s.add("OddMask", odd, odd.String())
	s.add("NoMask", &net.IPNet{IP: v4}, (&net.IPNet{IP: v4}).String())
	_, refused := net.Dial("tcp", "127.0.0.1:1")
	s.add("Refused", refused, chain(refused, 0))
	for i, err := range []error{
		&net.OpError{Op: "read", Net: "udp", Source: &net.UDPAddr{IP: v4, Port: 1}, Addr: &net.UDPAddr{IP: v6, Port: 2}, Err: os.ErrDeadlineExceeded},
		&net.OpError{Op: "listen", Net: "unix", Addr: &net.UnixAddr{Name: "x"}, Err: os.NewSyscallError("bind", syscall.EADDRINUSE)},
		&net.OpError{Op: "close", Err: net.ErrClosed},
		&net.DNSError{Err: "no such host", Name: "nowhere.invalid", Server: "1.2.3.4:53"},
		&net.AddrError{Err: "missing port", Addr: "host"},
		&net.ParseError{Type: "IP address", Text: "1.2.3"},
		net.UnknownNetworkError("net9"),
		&url.Error{Op: "Get", URL: "http://x/", Err: refused},
		&os.LinkError{Op: "link", Old: "a", New: "b", Err: syscall.EEXIST},
	} {
		s.add(fmt.Sprint("NetError", i), err, chain(err, 0))
	}
	wrong := json.Unmarshal([]byte(`{"a": }`), new(interface{}))
	s.add("JSONError", wrong, chain(wrong, 0))
	request, _ := http.NewRequest("POST", "http://u:secret@example.com/a b?q=1", nil)
	request.Header.Set("Accept", "text/html")
	request.Header.Add("X-Two", "one")
	request.Header.Add("X-Two", "two")
	s.add("Request", request, "POST "+request.URL.Redacted()+" HTTP/1.1"+headers(request.Header))
	s.add("Header", request.Header, strings.TrimPrefix(headers(request.Header), "\n  "))
	response := &http.Response{Proto: "HTTP/1.1", Status: "404 Not Found", StatusCode: 404, Header: http.Header{"Server": {"s"}}}
	s.add("Response", response, "HTTP/1.1 404 Not Found"+headers(response.Header))
	s.add("Requests", []*http.Request{request}, "[]*net/http.Request {POST "+request.URL.Redacted()+" HTTP/1.1}")
	for i, text := range []string{"http://u:p%40x@[::1]:8080/%2f/x?#f%23g", "mailto:a@b.c", "//host/x", "/only/path", "?q", "file:///etc/x", "http://h/a%20b/~c;d=e,f:@&=+$-_.!*'()", "x%3ay/z", "http://us%2Fer@h#a'b!(c)", "*"} {
		each, err := url.Parse(text)
		if err != nil {
			panic(err)
		}
		s.add(fmt.Sprint("URL", i), each, each.Redacted())
	}
}

func (s *shelf) others() {
	pool := &sync.Pool{}
	pool.Put("first")
	pool.Put("second")
	s.add("Pool", pool, "~Pool of 2 {")
	part("Pool", `string("first")`)
	part("Pool", `string("second")`)
	s.add("EmptyPool", &sync.Pool{}, "Pool of 0 {}")
	s.add("FreeOnce", &sync.Once{}, "Once(not done)")
	s.add("Typed", reflect.TypeOf(s), "*main.shelf")
	s.add("TypedMap", reflect.TypeOf(map[string]*tree{}), reflect.TypeOf(map[string]*tree{}).String())
	s.add("TypedMade", reflect.SliceOf(reflect.TypeOf([3]tree{})), "[][3]main.tree")
	s.add("TypedInt", reflect.TypeOf(1), reflect.TypeOf(1).String())
	reader := bufio.NewReaderSize(strings.NewReader("line one\nline two\n"), 32)
	reader.ReadString('\n')
	s.add("Reader", reader, fmt.Sprintf("bufio.Reader(%q of %d)", "line two\n", reader.Size()))
	writer := bufio.NewWriter(os.Stderr)
	writer.WriteString("not flushed")
	s.add("Writer", writer, fmt.Sprintf("bufio.Writer(%q of %d)", "not flushed", writer.Size()))
	s.add("NoRaw", json.RawMessage(nil), "nil")
	s.add("Number1", json.Number("1.50"), `json.Number("1.50")`)
	s.add("Element", s.List.Front(), `list.Element(string("first"))`)
	s.add("FarZone", time.FixedZone("far", 3600), "far")
	s.add("NoZone", (&time.Location{}), "UTC")
	s.add("Rat2", big.NewRat(5, 1), big.NewRat(5, 1).String())
	counter := new(int32)
	s.add("Signal", syscall.SIGTERM, fmt.Sprintf("syscall.Signal(syscall.SIGTERM (%d))", int(syscall.SIGTERM)))
	atomic.AddInt32(counter, 2)
	var dynamic atomic.Value
	dynamic.Store(&tree{Value: 3})
	s.add("AnyTree", &dynamic, "*main.tree {Left: nil, Right: nil, Value: 3}")
	s.add("NoAny", &atomic.Value{}, "nil")
	parent, cancel := context.WithCancel(context.Background())
	live, _ := context.WithCancel(context.Background())
	s.add("Live", live, "context Cancel < Background")
	both, stop := context.WithCancel(context.WithValue(parent, key("k"), 7))
	cancel()
	stop()
	s.add("Child", both, `context Cancel (done: context canceled) < Value(main.key("k"): int(7)) < Cancel (done: context canceled) < Background`)
	s.add("Own", own{context.Background(), 1}, "~own")
}

// Moments before, between and after the changes that a zone's table has, and past it, where a rule tells.
func (s *shelf) zones() {
	for _, name := range []string{"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Europe/Dublin", "Asia/Kolkata", "Pacific/Apia", "America/Nuuk", "Asia/Tokyo"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			panic(err)
		}
		var all []time.Time
		text := ""
		for _, moment := range []time.Time{
			time.Date(1850, 1, 1, 0, 0, 0, 0, zone), time.Date(1970, 7, 1, 0, 0, 0, 0, zone), time.Date(2006, 1, 1, 0, 0, 0, 0, zone),
			time.Date(2024, 1, 15, 8, 0, 0, 0, zone), time.Date(2024, 7, 15, 8, 0, 0, 0, zone), time.Date(2055, 3, 27, 23, 0, 0, 0, zone),
			time.Date(2055, 3, 28, 0, 59, 59, 0, time.UTC).In(zone), time.Date(2055, 3, 28, 1, 0, 0, 0, time.UTC).In(zone),
			time.Date(2055, 10, 31, 0, 59, 59, 0, time.UTC).In(zone), time.Date(2055, 10, 31, 1, 0, 0, 0, time.UTC).In(zone),
			time.Date(2056, 12, 31, 23, 59, 59, 0, zone), time.Date(2400, 2, 29, 12, 0, 0, 0, zone)} {
			all = append(all, moment)
			text += ", " + moment.Format(time.RFC3339Nano)
		}
		s.add(name, all, "[]time.Time {"+text[2:]+"}")
	}
}

// A context of the program's own.
type own struct {
	context.Context
	n int
}

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
	says("Now", s.Now.Format(time.RFC3339Nano))
	for name, each := range map[string]fmt.Stringer{"Long": s.Long, "Short": s.Short, "Negative": s.Negative, "Zone": s.Zone,
		"Month": s.Month, "Day": s.Day, "V4": s.V4, "V6": s.V6, "Net": s.Net, "TCP": s.TCP, "URL": s.URL, "Escaped": s.Escaped, "Int": s.Int, "Zero": s.Zero,
		"Rat": s.Rat} {
		says(name, each.String())
	}
	for name, each := range map[string]*big.Float{"Float": s.Float, "Denormal": s.Denormal} {
		says(name, fmt.Sprint(each))
	}
	for name, each := range map[string]error{"Wrapped": s.Wrapped, "Plain": s.Plain, "Number": s.Number} {
		says(name, chain(each, 0))
	}
	says("Errno", fmt.Sprintf("syscall.Errno(%d: %v)", s.Errno, s.Errno))
	says("Deadline", "context Deadline(2100-01-02T03:04:05Z) (done: context canceled) < Value(main.key(\"user\"): string(\"ann\")) < Background")
	says("Expression", "regexp `"+s.Expression.String()+"`")
	says("Background", "context Background")
	says("Todo", "context TODO")
	says("Free", "Mutex(unlocked)")
	says("Held", "Mutex(locked)")
	says("Reading", "RWMutex(1 reading)")
	says("Group", "WaitGroup(3 to be done)")
	says("Once", "Once(done)")
	says("Cond", "Cond(0 waiting)")
	part("Map", "\"a\": int(1)")
	part("Map", "\"c\": int(3)")
	says("Builder", "strings.Builder("+strconv.Quote(s.Builder.String())+")")
	says("Buffer", "bytes.Buffer("+strconv.Quote(s.Buffer.String())+")")
	says("Text", "strings.Reader("+strconv.Quote("ead me")+")")
	says("Bytes", "bytes.Reader([01 02 ff])")
	says("Any", "int(42)")
	part("Huge", "printer failed: RangeError: 2001 words")
	says("Raw", "json.RawMessage("+strconv.Quote(string(s.Raw))+")")
	says("Reflected", "reflect.Value(\"held\")")
	says("List", "list.List of 2 { 0: string(\"first\"), 1: int(2) }")
	says("Ring", "ring.Ring { 0: int(0), 1: int(1), 2: int(2) }")
	says("ID", "123e4567-e89b-12d3-a456-426614174000")
	part("Self", "Self: <cycle>")
	says("Tree", "*main.tree {Left: *main.tree {Left: nil, Right: nil, Value: 1}, Right: nil, Value: 2}")
	s.network()
	s.others()
	s.zones()
	for _, add := range adders {
		add(s)
	}
	os.Stdout.Sync()
	show(s)
}
