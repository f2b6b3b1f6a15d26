package yamltree

import (
	"bytes"

	"tmodel/internal/source"
)

// version finds the line that names the version of YAML, above all but comments.
var version = lazily(`\A\x{FEFF}?(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*(%YAML[ \t]+)(\d+\.\d+)`)

// tabLine finds a line of white space with a tab in it.
var tabLine = lazily(`(?m)^ *\t[ \t]*(\r?)$`)

// accept gives a file in which what YAML 1.2 allows, and the parser refuses, is written as the parser knows it. All of
// the text stays in its place. A line of white space is as one with nothing, whatever white space that is.
func accept(f *source.File) *source.File {
	if bytes.Contains(f.Data, []byte("%YAML")) {
		if m := version().FindSubmatchIndex(f.Data); m != nil && string(f.Data[m[4]:m[5]]) == "1.2" {
			data := bytes.Clone(f.Data)
			data[m[5]-1] = '1'
			f = source.New(f.Name, data)
		}
	}
	if bytes.IndexByte(f.Data, '\t') >= 0 && tabLine().Match(f.Data) {
		f = source.New(f.Name, tabLine().ReplaceAll(f.Data, []byte("$1")))
	}
	return f
}
