package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tmodel/catalogs"
	"tmodel/internal/catalog"
	"tmodel/internal/golden"
	"tmodel/internal/report/sample"
)

func writeCatalog(t *testing.T, c *catalog.Catalog) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteCatalog(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// outline is a page of Markdown, read as far as a reader's program would: headings, places, links, tables and lists.
type outline struct {
	headings []string // with their marks
	places   map[string]int
	links    []string
	wrong    []string
}

var (
	heading = regexp.MustCompile(`^(#{1,6}) (.+)$`)
	anchor  = regexp.MustCompile(`<a id="([^"]*)"></a>`)
	inside  = regexp.MustCompile(`\]\(#([^)]*)\)`)
	bullet  = regexp.MustCompile(`^( *)- `)
	cell    = regexp.MustCompile(`(^|[^\\])\|`)
)

func read(text string) *outline {
	o := &outline{places: map[string]int{}}
	level, indent, cells, before := 0, -2, 0, ""
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if m := heading.FindStringSubmatch(line); m != nil {
			if len(m[1]) > level+1 || before != "" && o.headings != nil {
				o.wrong = append(o.wrong, "heading: "+line)
			}
			level = len(m[1])
			o.headings = append(o.headings, line)
		}
		if m := bullet.FindStringSubmatch(line); m != nil {
			if len(m[1]) > indent+2 || len(m[1])%2 > 0 || indent < 0 && before != "" {
				o.wrong = append(o.wrong, "list: "+line)
			}
			indent = len(m[1])
		} else {
			indent = -2
		}
		n := len(cell.FindAllString(line, -1))
		if strings.HasPrefix(line, "|") && cells > 0 && n != cells {
			o.wrong = append(o.wrong, "row: "+line)
		}
		if cells = 0; strings.HasPrefix(line, "|") {
			cells = n
		}
		for _, m := range anchor.FindAllStringSubmatch(line, -1) {
			o.places[m[1]]++
		}
		for _, m := range inside.FindAllStringSubmatch(line, -1) {
			o.links = append(o.links, m[1])
		}
		before = line
	}
	return o
}

// TestCatalogPage: every rule and control has one section, every link leads somewhere, and headings, lists and tables are whole.
func TestCatalogPage(t *testing.T) {
	for _, c := range []*catalog.Catalog{catalogs.Shipped(), sample.Catalog()} {
		text := writeCatalog(t, c)
		o := read(text)
		for _, w := range o.wrong {
			t.Error(w)
		}
		for id, n := range o.places {
			if n != 1 {
				t.Errorf("%d places are called %s", n, id)
			}
		}
		for _, l := range o.links {
			if o.places[l] == 0 {
				t.Errorf("nothing is at #%s", l)
			}
		}
		for i := range c.Rules {
			once(t, o, "#### "+c.Rules[i].ID+": ", strings.ToLower(c.Rules[i].ID))
		}
		for i := range c.Controls {
			once(t, o, "#### "+esc(c.ControlProse[i].Name)+" (`"+c.Controls[i].ID+"`)", "control-"+c.Controls[i].ID)
		}
		if strings.Contains(text, "{{") || strings.Contains(text, "%!") {
			t.Error("a placeholder is left")
		}
		if again := writeCatalog(t, c); again != text {
			t.Error("the same catalogue gives another page")
		}
	}
}

// once holds a record to one heading, one place, and a link to it.
func once(t *testing.T, o *outline, title, place string) {
	t.Helper()
	n := 0
	for _, h := range o.headings {
		if strings.HasPrefix(h, title) {
			n++
		}
	}
	if n != 1 || o.places[place] != 1 || !slices.Contains(o.links, place) {
		t.Errorf("%q has %d sections and %d places", title, n, o.places[place])
	}
}

func TestCatalogGolden(t *testing.T) {
	golden.Check(t, "testdata/catalog.md", writeCatalog(t, sample.Catalog()))
}

// TestHostileCatalog: whatever a folder of somebody's has in its texts, the page keeps its structure.
func TestHostileCatalog(t *testing.T) {
	hostile := func(word string) []string {
		c := sample.Catalog()
		c.Prose, c.ControlProse, c.Parts = slices.Clone(c.Prose), slices.Clone(c.ControlProse), slices.Clone(c.Parts)
		for i := range c.Prose {
			c.Prose[i].Title, c.Prose[i].Description = word, word
		}
		for i := range c.ControlProse {
			k := &c.ControlProse[i]
			k.Name, k.Is, k.Why, k.Proof, k.Cost = word, word, word, word, word
		}
		for i := range c.Parts {
			c.Parts[i].Is = word
		}
		return shape(writeCatalog(t, c))
	}
	plain := hostile("plain")
	for _, word := range sample.Hostile {
		if diff := cmp.Diff(plain, hostile(word)); diff != "" {
			t.Errorf("%q changes the page:\n%s", word, diff)
		}
	}
}

func TestCatalogWriteError(t *testing.T) {
	if WriteCatalog(broken{}, sample.Catalog()) == nil {
		t.Error("an error of the writer got lost")
	}
}
