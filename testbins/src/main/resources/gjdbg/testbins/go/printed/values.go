package main

import (
	"database/sql"
	"fmt"
	htemplate "html/template"
	"io"
	"log"
	"math"
	"math/big"
	"math/rand"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"text/template"
	"time"
)

// Values of the standard library's types that hold text or numbers.
func init() {
	adders = append(adders, func(s *shelf) {
		for i, text := range []string{"3.14159265358979323846264338327950288419716939937510", "1e-5", "123456", "1234567", "-0.0001234", "1e400", "9.9999999999999999999e99", "1e-2000", "100", "0.5", "-0", "65536.0000001"} {
			for _, precision := range []uint{1, 24, 53, 64, 200, 1000} {
				number, _, err := big.ParseFloat(text, 10, precision, big.ToNearestEven)
				if err != nil {
					panic(err)
				}
				s.add(fmt.Sprint("Float", i, "of", precision), number, fmt.Sprint(number))
			}
		}
		for i, each := range []float64{math.MaxFloat64, math.SmallestNonzeroFloat64, math.Inf(1), 1.0 / 3, 1 << 53, 4.35, 2.5e20, 1e21, 1023.9999999999999} {
			s.add(fmt.Sprint("FloatOf", i), big.NewFloat(each), fmt.Sprint(big.NewFloat(each)))
		}
		s.add("FarFloat", new(big.Float).SetMantExp(big.NewFloat(1), -1000000), "~0x.")

		for i, mask := range []net.IPMask{net.CIDRMask(20, 32), net.CIDRMask(33, 128), {255, 0, 255, 0}, nil} {
			s.add(fmt.Sprint("Mask", i), mask, mask.String())
		}
		values := url.Values{"q": {"1", "2"}, "r": {"a b", "&=+%é~*'()!"}, "é /": {""}, "none": nil}
		s.add("Values", values, values.Encode())
		s.add("NoValues", [2]url.Values{{}, nil}, "[2]net/url.Values {{}, nil}")
		log.SetOutput(io.Discard)
		defer log.SetOutput(os.Stderr)
		moment := time.Date(2024, 2, 9, 23, 4, 5, 1, time.FixedZone("far", -12600))
		for i, cookie := range []*http.Cookie{
			{Name: "n", Value: "v", Path: "/", HttpOnly: true, Expires: moment},
			{Name: "session", Value: "a b,c\"\\;é", Domain: ".example.com", MaxAge: 60, Secure: true, SameSite: http.SameSiteLaxMode},
			{Name: "x", Domain: "192.168.0.1", MaxAge: -1, SameSite: http.SameSiteStrictMode, Path: "/a;b\x01"},
			{Name: "x", Domain: "exa_mple.com", SameSite: http.SameSiteDefaultMode}, {Name: "x", Domain: "a..b", SameSite: http.SameSiteNoneMode},
			{Name: "x", Domain: "-a.b"}, {Name: "x", Domain: "a-.b"}, {Name: "x", Domain: "1234"}, {Name: "x", Domain: "a.b."},
			{Name: "x", Expires: time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC)},
		} {
			s.add(fmt.Sprint("Cookie", i), cookie, cookie.String())
		}
		s.add("BadCookie", &http.Cookie{Name: "bad name", Value: "v"}, `~*net/http.Cookie {Name: "bad name", Value: "v", `)
		client := &http.Client{Timeout: 5 * time.Second}
		s.add("Client", client, "http.Client(default transport, timeout "+client.Timeout.String()+")")
		s.add("OwnClient", &http.Client{Transport: &http.Transport{}}, "http.Client(*net/http.Transport, no timeout)")
		mux := http.NewServeMux()
		s.add("NoRoutes", mux, "http.ServeMux(no routes)")
		routed := http.NewServeMux()
		for _, pattern := range []string{"/b/", "/a", "example.com/"} {
			routed.Handle(pattern, http.NotFoundHandler())
		}
		s.add("Routed", routed, "http.ServeMux(/a, /b/, example.com/)")
		s.add("Server", &http.Server{Addr: ":8080", Handler: routed}, `http.Server(":8080", http.ServeMux(/a, /b/, example.com/))`)
		s.add("FuncServer", &http.Server{Handler: http.NotFoundHandler()}, `http.Server("", net/http.HandlerFunc)`)
		s.add("NoServer", &http.Server{}, `http.Server("", http.DefaultServeMux)`)

		for i, null := range []interface{}{sql.NullString{String: "x", Valid: true}, sql.NullInt64{Int64: 5, Valid: true}, sql.NullInt32{Int32: -1, Valid: true},
			sql.NullFloat64{Float64: 1.5, Valid: true}, sql.NullBool{Bool: true, Valid: true}, sql.NullTime{Time: moment, Valid: true}, sql.NullByte{Byte: 3, Valid: true},
			sql.NullString{}, sql.NullTime{}} {
			s.add(fmt.Sprint("Null", i), null, []string{`"x"`, "5", "-1", "1.5", "true", moment.Format(time.RFC3339Nano), "3", "NULL", "NULL"}[i])
		}

		source := rand.NewSource(1)
		s.add("Rand", rand.New(source), "rand.Rand(math/rand.rngSource)")
		s.add("Source", source, "rand.rngSource(tap 0, feed 334)")
		for i, pairs := range [][]string{{"a", "b", "c", "d"}, {"<", "&lt;", ">", "&gt;"}, {"long", "short"}, {"a", "1", "bb", "22"}} {
			fresh, used := strings.NewReplacer(pairs...), strings.NewReplacer(pairs...)
			used.Replace("a")
			text := ""
			for j := 0; j < len(pairs); j += 2 {
				text += fmt.Sprintf(", %q -> %q", pairs[j], pairs[j+1])
			}
			s.add(fmt.Sprint("Replacer", i), fresh, "strings.Replacer("+text[2:]+")")
			if i == 3 {
				text = ", …"
			}
			s.add(fmt.Sprint("UsedReplacer", i), used, "strings.Replacer("+text[2:]+")")
		}
		parsed := template.Must(template.New("page").Parse("Hi \"{{.Name}}\"\n"))
		s.add("Template", parsed, fmt.Sprintf("template.Template(%q, %q)", parsed.Name(), "Hi \"{{.Name}}\"\n"))
		s.add("NoTemplate", template.New("page"), `template.Template("page", not parsed)`)
		page := htemplate.Must(htemplate.New("page").Parse("<b>{{.}}</b>"))
		s.add("HTMLTemplate", page, fmt.Sprintf("html/template.Template(%q, %q)", page.Name(), "<b>{{.}}</b>"))
	})
}
