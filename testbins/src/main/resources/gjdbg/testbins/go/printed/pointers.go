package main

import (
	"fmt"
	"strings"
)

type pointers struct {
	I    *int
	S    *string
	F    *float64
	D    *weekday
	N    *int
	PP   **int
	Map  map[string]*int
	Long *string
}

type blob []byte

// Pointers to what is no struct, and slices of bytes.
func init() {
	adders = append(adders, func(s *shelf) {
		i, text, f, day := -5, "te\"xt", 1.5, tuesday
		pi := &i
		long := strings.Repeat("é", 300)
		s.add("Pointers", pointers{&i, &text, &f, &day, nil, &pi, map[string]*int{"a": pi}, &long}, fmt.Sprintf(
			"main.pointers {I: *int(%d), S: *string(%q), F: *float64(%v), D: *main.weekday(main.tuesday (1)), N: nil, PP: **int(%d), "+
				"Map: map[string]*int {\"a\": *int(%d)}, Long: *string(%q… of %d bytes)}", i, text, f, i, i, long[:512], len(long)))
		s.add("Pointed", [2]interface{}{&i, &text}, fmt.Sprintf("[2]interface {} {*int(%d), *string(%q)}", i, text))
		loop := new(interface{})
		*loop = loop
		s.add("Loop", [1]*interface{}{loop}, "~[1]*interface {} {")

		for i, bytes := range [][]byte{[]byte("GET / HTTP/1.1\r\nHost: \"é世\"\t\\\r\n"), []byte("four")} {
			bytes := bytes
			s.add(fmt.Sprint("Bytes", i), [1][]byte{bytes}, fmt.Sprintf("[1][]uint8 {[]uint8 %q}", bytes))
			s.add(fmt.Sprint("BytesAt", i), &bytes, fmt.Sprintf("*[]uint8 %q", bytes))
		}
		s.add("Blob", blob("some text"), `main.blob "some text"`)
		for i, bytes := range [][]byte{{'o', 'n', 'e'}, {'t', 'e', 'x', 't', 0}, {'t', 'e', 'x', 't', 0xff}, {'t', 'e', 'x', 't', 0xc3}, {0xe2, 0x80, 0xae, 'x'}, {}} {
			numbers := strings.Trim(strings.ReplaceAll(fmt.Sprint(bytes), " ", ", "), "[]")
			s.add(fmt.Sprint("NoText", i), [1][]byte{bytes}, fmt.Sprintf("[1][]uint8 {[]uint8 {%s}}", numbers))
		}
		lines := []byte(strings.Repeat("0123456789abcdéf\n", 1000))
		s.add("LongBytes", lines, fmt.Sprintf("[]uint8 %q… of %d bytes", string([]rune(string(lines))[:256]), len(lines)))
		s.add("LateByte", append([]byte(strings.Repeat("a", 200)), 0), "~97, 97")
	})
}
