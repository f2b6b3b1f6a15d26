package lint

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"tmodel/internal/catalog"
	"tmodel/internal/catalog/load"
	"tmodel/internal/diag"
	"tmodel/internal/source"
)

const shippedFolder = "../../../catalogs"

// repin is not -update, so that rewriting golden files accepts no change of ATLAS unseen.
var repin = flag.Bool("pins", false, "pin the ids of ATLAS that records cite to what the content says of them")

// TestPins holds the pins to one for each id that is cited, with its name and tactics of today. `make pins` rewrites
// them, after somebody has looked at what `tmodel catalog lint catalogs` says.
func TestPins(t *testing.T) {
	bag := &diag.Bag{}
	l, err := load.Whole(load.Folder{Files: os.DirFS(shippedFolder)}, catalog.Version, bag)
	if err != nil || bag.Failed() {
		t.Fatal(err, bag.Sorted())
	}
	var want strings.Builder
	want.WriteString("# Names and tactics of the ids of ATLAS that rules and controls cite, as they were when somebody last looked at those\n" +
		"# records. `tmodel catalog lint` compares the content with them; `make pins` writes what it says now.\n")
	c := &checker{Loaded: l}
	for _, id := range sortedKeys(c.cited()) {
		p := PinOf(&l.Catalog.Atlas, id, source.Span{})
		fmt.Fprintf(&want, "- {id: %s, name: %q", p.ID, p.Name)
		if len(p.Tactics) > 0 {
			fmt.Fprintf(&want, ", tactics: [%s]", strings.Join(p.Tactics, ", "))
		}
		want.WriteString("}\n")
	}
	file := shippedFolder + "/" + load.AtlasPins
	if *repin {
		if err := os.WriteFile(file, []byte(want.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != want.String() {
		t.Errorf("the pins are not those of the content (%v): see what tmodel catalog lint catalogs says of them, then make pins", err)
	}
}
