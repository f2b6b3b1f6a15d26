package atlasfile

import (
	"bytes"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

const (
	again = "download the data file again, as it is: " + releases
	// releases is where the data files of format 6 are published.
	releases = home + "/tree/main/dist/v6"
	home     = "https://github.com/mitre-atlas/atlas-data"
)

// plausible refuses what looks at once like something else, and files without an end.
func (r *reader) plausible() bool {
	text := r.at.Text()
	switch {
	case isLink(string(text)):
		r.fail(r.start(), "this is the text of a link to "+diag.Quote(strings.TrimSpace(string(text)))+", not the data", "download the file that the link leads to: "+releases)
	case bytes.HasPrefix(bytes.TrimSpace(text), []byte("<")):
		r.fail(r.start(), "this is a web page, not the data", "take the raw file: "+releases)
	case len(text) > 0 && text[len(text)-1] != '\n':
		r.fail(r.end(), "the file ends in the middle of a line: it was cut off", again)
	default:
		return true
	}
	return false
}

// longestLink is how long the text of a link may be.
const longestLink = 200

// isLink says whether a file has nothing but the name of a data file: what some downloads give for a symbolic link.
func isLink(text string) bool {
	text = strings.TrimSpace(text)
	return len(text) <= longestLink && !strings.ContainsAny(text, ": \n") && (strings.HasSuffix(text, ".yaml") || strings.HasSuffix(text, ".yml"))
}

// start is the first place of the file, end the last.
func (r *reader) start() source.Span { return span(r.at, 1, 1) }

func (r *reader) end() source.Span {
	last := r.at.Lines()
	for last > 1 && r.at.Width(last) == 0 {
		last--
	}
	return span(r.at, last, max(r.at.Width(last), 1))
}

func span(f *source.File, line, col int) source.Span {
	return source.Span{File: f, Line: int32(line), Col: int32(col), EndLine: int32(line), EndCol: int32(col + 1)}
}

// parse reads the YAML. Its hints speak of systems, so that they are not passed on.
func (r *reader) parse() *yamltree.Node {
	said := &diag.Bag{}
	root := yamltree.Parse(r.at, yamltree.DefaultLimits, said)
	for _, d := range said.Sorted() {
		d.Hint = again
		r.bag.Add(d)
	}
	return root
}

// format finds which format the file has; 0 when it has none that is read, which is reported.
func (r *reader) format(root *yamltree.Node) int {
	hint, at := "data files are published at "+releases, head(root)
	switch version := root.Get("format-version"); {
	case root.Kind != yamltree.Map:
		r.fail(at, "this is no ATLAS data: a mapping is expected, found "+root.Kind.String(), hint)
	case version != nil && major(version) == 6:
		return 6
	case version != nil:
		r.fail(version.Span, "the file has format "+diag.Quote(version.Value)+"; formats 5 and 6 are read", hint)
	case root.Get("matrices") != nil:
		return r.withMatrices(root)
	case root.Get("content") != nil && root.Get("sha256") != nil:
		r.fail(at, "this was imported already", "--catalog takes the folder that atlas/ is in")
	case text(root.Get("type")) == "bundle":
		r.fail(at, "this is a STIX bundle, not a data file of ATLAS", hint)
	case root.Get("tactics") != nil && root.Get("techniques") != nil:
		r.fail(at, "the file has a format before 4; formats 5 and 6 are read", hint)
	default:
		r.fail(at, "this is no ATLAS data: it has neither format-version nor matrices", hint)
	}
	return 0
}

// withMatrices is 5 when a file with matrices has that format, else 0. One number is that of the content and of the format there.
func (r *reader) withMatrices(root *yamltree.Node) int {
	version := root.Get("version")
	switch {
	case version == nil:
		r.fail(head(root), "the file does not say its version", again)
	case major(version) != 5:
		r.fail(version.Span, "the file has format "+diag.Quote(version.Value)+"; formats 5 and 6 are read", "data files are published at "+releases)
	default:
		return 5
	}
	return 0
}

// major is the first number of a version, 0 when there is none.
func major(version *yamltree.Node) int {
	first, _, ok := strings.Cut(version.Value, ".")
	if !ok || len(first) != 1 || first[0] < '1' || first[0] > '9' {
		return 0
	}
	return int(first[0] - '0')
}

// text is the value of a scalar, "" for anything else.
func text(n *yamltree.Node) string {
	if n == nil || n.Kind == yamltree.Map || n.Kind == yamltree.List {
		return ""
	}
	return strings.TrimSpace(n.Value)
}
