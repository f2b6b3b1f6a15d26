package yamltree

import (
	"bytes"
	"regexp"

	"tmodel/internal/source"
)

// version finds the line that names the version of YAML, above all but comments.
var version = regexp.MustCompile(`\A\x{FEFF}?(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*(%YAML[ \t]+)(\d+\.\d+)`)

// accept gives a file in which what YAML 1.2 allows, and the parser refuses, is written as the parser knows it. All of
// the text stays in its place.
func accept(f *source.File) *source.File {
	if m := version.FindSubmatchIndex(f.Data); m != nil && string(f.Data[m[4]:m[5]]) == "1.2" {
		data := bytes.Clone(f.Data)
		data[m[5]-1] = '1'
		f = source.New(f.Name, data)
	}
	return f
}
