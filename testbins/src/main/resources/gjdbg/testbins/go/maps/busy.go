package main

// A map that is written all the time: keys below a thousand stay, others come and go, and each key's value is its double.
var busy map[int]int

// Never returns.
func write() {
	for {
		m := map[int]int{}
		for i := 0; i < 1000; i++ {
			m[i] = 2 * i
		}
		busy = m
		for i := 1000; i < 40000; i++ {
			m[i] = 2 * i
			if i >= 1100 && i%3 != 0 {
				delete(m, i-100)
			}
		}
	}
}
