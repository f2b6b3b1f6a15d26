package cli

import (
	"fmt"

	"tmodel/examples"
	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// printList says which examples are shipped, and what for each of the systems is.
func (s *starting) printList(args []string) error {
	if len(args) > 0 || s.example != "" {
		return usage("--list writes nothing, so it takes no folder and no --example")
	}
	for _, name := range exampleNames() {
		text, err := examples.Files.ReadFile(name + ".yaml")
		if err != nil {
			return fail(exitInternal, err)
		}
		tree := yamltree.Parse(source.New(name, text), yamltree.DefaultLimits, &diag.Bag{})
		purpose := ""
		if p := tree.Get("system").Get("purpose"); p != nil {
			purpose = p.Value
		}
		if _, err := fmt.Fprintf(s.stdout, "%-20s  %s\n", name, purpose); err != nil {
			return wrote(err)
		}
	}
	return nil
}
