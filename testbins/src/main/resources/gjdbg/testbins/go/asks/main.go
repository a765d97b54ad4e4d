// Reads from the terminal that it was started on.
package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	fmt.Print("your name? ")
	name, err := bufio.NewReader(os.Stdin).ReadString('\n')
	if err != nil {
		fmt.Println("nothing to read:", err)
		os.Exit(1)
	}
	fmt.Print("hello ", name)
}
