// Command generate writes people.bin from the source files beside it.
package main

import (
	"fmt"
	"os"

	"extract/extract/gazetteer/people/build"
)

func main() {
	bin, people, spellings, err := build.Index(os.DirFS("source"))
	if err == nil {
		err = os.WriteFile("people.bin", bin, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "people:", err)
		os.Exit(1)
	}
	fmt.Printf("people.bin: %d people, %d spellings, %d bytes\n", people, spellings, len(bin))
}
