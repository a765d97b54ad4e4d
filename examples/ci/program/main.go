// A stock of articles, to try the CI template with.
package main

import "fmt"

type Stock struct {
	articles int
}

//go:noinline
func check(s *Stock, wanted int) bool {
	return wanted > 0 && wanted <= s.articles
}

//go:noinline
func (s *Stock) Take(wanted int) int {
	s.articles -= wanted
	return s.articles
}

func main() {
	stock := &Stock{articles: 10}
	for _, wanted := range []int{4, 3} {
		if check(stock, wanted) {
			stock.Take(wanted)
		}
	}
	fmt.Println(stock.articles, "left")
}
