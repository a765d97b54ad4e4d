package main

import (
	"encoding/base32"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os/exec"
	"os/user"
	"regexp"
	"strconv"
	"strings"
	"text/template"
	"time"
)

type unmarshalled struct {
	A int
	B struct{ C []uint8 }
}

// What panicked with an error.
func recovered(f func()) (err error) {
	defer func() { err = recover().(error) }()
	f()
	return nil
}

type failing struct{}

func (failing) MarshalJSON() ([]byte, error) { return nil, io.ErrClosedPipe }

//go:noinline
func index(list []int, i int) int { return list[i] }

//go:noinline
func from(list []int, i int) []int { return list[i:] }

// Errors of many packages of Go's own, as they say themselves.
func init() {
	adders = append(adders, func(s *shelf) {
		var errs []error
		add := func(_ interface{}, err error) { errs = append(errs, err) }
		add(exec.LookPath("no \"such\"\x01 program"))
		add(nil, exec.Command("/bin/sh", "-c", "exit 3").Run())
		add(nil, exec.Command("/bin/sh", "-c", "kill -9 $$").Run())
		for _, text := range []string{`{"A": "x"}`, `{"B": {"C": {}}}`, `[`, `{"A": 1.5}`, `[1]`} {
			add(nil, json.Unmarshal([]byte(text), &unmarshalled{}))
		}
		add(nil, json.Unmarshal([]byte(`1`), nil))
		add(nil, json.Unmarshal([]byte(`1`), unmarshalled{}))
		add(nil, json.Unmarshal([]byte(`1`), (*http.Header)(nil)))
		add(json.Marshal(func(*url.URL) {}))
		add(json.Marshal(failing{}))
		add(json.Marshal(zero() / zero()))
		for _, text := range []string{"foo", "2024-13-01T00:00:00Z", "2024-01-01T00:00:00Z and \"more\"\x00é\u200b"} {
			add(time.Parse(time.RFC3339, text))
		}
		add(strconv.ParseInt("12\"\x01\u00ad", 10, 8))
		add(strconv.ParseUint("300", 10, 8))
		add(url.Parse("http://[::1"))
		add(url.Parse("http://a/%zz"))
		add(url.Parse("http://a b/"))
		add(http.NewRequest("GET", "http://a:b:c/", nil))
		add(nil, http.ErrMissingFile)
		add(nil, http.ErrNotMultipart)
		add(nil, &net.DNSConfigError{Err: io.EOF})
		add(csv.NewReader(strings.NewReader("a,b\nc")).ReadAll())
		add(csv.NewReader(strings.NewReader("a\n\"b\nc\" d")).ReadAll())
		add(csv.NewReader(strings.NewReader("a\"b")).ReadAll())
		add(nil, xml.Unmarshal([]byte("<a>\n<b></a>"), new(unmarshalled)))
		add(base64.StdEncoding.DecodeString("abc!"))
		add(base32.StdEncoding.DecodeString("ab!"))
		add(user.Lookup("nobody at all"))
		add(nil, user.UnknownUserIdError(77))
		add(regexp.Compile("a(b"))
		add(nil, template.Must(template.New("t").Parse("{{.X}}")).Execute(io.Discard, unmarshalled{}))
		add(nil, recovered(func() { var x interface{} = s; _ = x.(string) }))
		add(nil, recovered(func() { var x interface{} = s; _ = x.(io.Reader) }))
		add(nil, recovered(func() { var x interface{}; _ = x.(*http.Request) }))
		add(nil, recovered(func() { var x io.Reader = strings.NewReader(""); _ = x.(io.Closer) }))
		add(nil, recovered(func() { index([]int{1, 2}, 5) }))
		add(nil, recovered(func() { index(nil, -1) }))
		add(nil, recovered(func() { from([]int{1, 2}, 3) }))
		for i, err := range errs {
			s.add(fmt.Sprint("Error", i), err, chain(err, 0))
		}
	})
}

//go:noinline
func zero() float64 { return 0 }
