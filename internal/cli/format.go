package cli

import (
	"os"
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// output is one thing to write: a format, and the file that takes it; "" is standard output.
type output struct{ format, file string }

var formatNames = []string{"text", "json", "markdown", "csv", "dot", "svg", "png", "matrix", "navigator"}

// single are the formats that show one system.
var single = []string{"dot", "svg", "png", "matrix", "navigator"}

// outputs reads the values of -f, formats of those names. Only one of them can go to standard output.
func (a *app) outputs(values, names []string) ([]output, error) {
	var out []output
	stdout, files := "", map[string]bool{}
	for _, v := range values {
		format, file, toFile := strings.Cut(v, "=")
		if format == "md" {
			format = "markdown"
		}
		switch {
		case !slices.Contains(names, format):
			return nil, usage("there is no format %s; %s", diag.Quote(format), expected(format, names))
		case toFile && file == "":
			return nil, usage("-f %s= names no file", format)
		case files[file]:
			return nil, usage("two formats would go to %s", diag.Quote(file))
		case toFile:
			files[file] = true
		case stdout != "":
			return nil, usage("both %s and %s would go to standard output; write one to a file: -f %s=FILE", stdout, format, format)
		case format == "png" && onTerminal(a.stdout):
			return nil, usage("a terminal cannot show png; write it to a file: -f png=FILE")
		default:
			stdout = format
		}
		out = append(out, output{format, file})
	}
	return out, nil
}

// expected lists the formats, the likely one first.
func expected(got string, names []string) string {
	text := "expected one of: " + strings.Join(names, ", ")
	if near := diag.Nearest(got, names); near != "" {
		return "did you mean " + near + "? " + text
	}
	return text
}

// fits refuses what cannot be written, before any work is done: a drawing of several systems, a report that would
// replace an input.
func fits(outputs []output, files []*source.File) error {
	for _, o := range outputs {
		if len(files) > 1 && slices.Contains(single, o.format) {
			return usage("%s shows one system and there are %d; name one, or leave -f out for a folder each", o.format, len(files))
		}
		for _, f := range files {
			if o.file != "" && sameFile(o.file, f.Name) {
				return usage("%s is an input; the report would replace it", diag.Quote(o.file))
			}
		}
	}
	return nil
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
