package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/compile"
	"tmodel/internal/emit/dot"
	"tmodel/internal/source"
	"tmodel/internal/synthetic"
)

// TestArrows: a drawing whose arrows bear numbers has a table that says what each number is.
func TestArrows(t *testing.T) {
	for _, size := range []int{10, 100} {
		f := source.New("big.yaml", synthetic.System(synthetic.Options{Components: size, Seed: 1}))
		r, bag, err := compile.Compile(f, compile.Options{Catalog: catalogs.Shipped()})
		if err != nil || r == nil {
			t.Fatal(err, bag.Sorted())
		}
		var b bytes.Buffer
		if err := Write(&b, r, Options{Diagram: "diagram.svg"}); err != nil {
			t.Fatal(err)
		}
		if has := strings.Contains(b.String(), "The arrows of the drawing"); has != dot.Numbered(r) {
			t.Errorf("%d components: table %t, numbers %t", size, has, dot.Numbered(r))
		}
		for _, a := range dot.Arrows(r) {
			if row := fmt.Sprintf("| %d | `%s` | `%s` |", a.Number, a.From, a.To); dot.Numbered(r) && !strings.Contains(b.String(), row) {
				t.Errorf("no row %q", row)
			}
		}
	}
}
