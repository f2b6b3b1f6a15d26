package bench

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// standIn behaves like tmodel as far as the measurements see: it parses what it is given, prints a register with a
// threat for each line of the system, and ends like a failed gate. A file named broken.yaml does not compile.
func standIn(args []string) error {
	path := args[len(args)-1]
	switch args[0] {
	case "version":
		fmt.Println("stand-in")
		return nil
	case "validate", "analyze":
		if err := parseYAML(path); err != nil {
			return err
		}
	default:
		return fmt.Errorf("unknown command %q", args[0])
	}
	if filepath.Base(path) == "broken.yaml" {
		fmt.Fprintln(os.Stderr, "broken.yaml:1:1: error: it is broken")
		os.Exit(3)
	}
	if args[0] == "analyze" {
		if err := printRegister(path); err != nil {
			return err
		}
		os.Exit(1)
	}
	return nil
}

// printRegister prints a register with a threat for each line of a file.
func printRegister(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprint(w, `{"schemaVersion": 1, "system": {"id": "x", "threats": [1]}, "threats": [`)
	for i := range strings.Count(string(text), "\n") {
		if i > 0 {
			fmt.Fprint(w, ",")
		}
		fmt.Fprintf(w, "\n  {\"id\": \"XX-01@e%d\", \"note\": \"{]\"}", i)
	}
	fmt.Fprintln(w, "\n], \"rules\": []}")
	return w.Flush()
}
