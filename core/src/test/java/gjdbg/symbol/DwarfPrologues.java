package gjdbg.symbol;

/** A Go program that prints the addresses that a file's DWARF line table marks as the end of a prologue. */
final class DwarfPrologues {
    private DwarfPrologues() {}

    static final String SOURCE = """
            package main

            import (
            	"debug/dwarf"
            	"debug/elf"
            	"fmt"
            	"io"
            	"os"
            )

            func main() {
            	file, err := elf.Open(os.Args[1])
            	check(err)
            	data, err := file.DWARF()
            	check(err)
            	units := data.Reader()
            	for {
            		unit, err := units.Next()
            		check(err)
            		if unit == nil {
            			return
            		}
            		lines, err := data.LineReader(unit)
            		check(err)
            		for lines != nil {
            			var line dwarf.LineEntry
            			err := lines.Next(&line)
            			if err == io.EOF {
            				break
            			}
            			check(err)
            			if line.PrologueEnd {
            				fmt.Printf("%x\\n", line.Address)
            			}
            		}
            		units.SkipChildren()
            	}
            }

            func check(err error) {
            	if err != nil {
            		panic(err)
            	}
            }
            """;
}
