package yamltree

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"tmodel/internal/source"
)

// block is how much is given to the parser at once before it is fed byte by byte.
const block = 4096

// feed hands out text in blocks up to an offset and then byte by byte, and keeps count.
type feed struct {
	text     []byte
	given    int
	bytewise int
}

// Read implements io.Reader.
func (r *feed) Read(p []byte) (int, error) {
	if r.given == len(r.text) {
		return 0, io.EOF
	}
	n := 1
	if r.given < r.bytewise {
		n = min(block, r.bytewise-r.given)
	}
	n = copy(p, r.text[r.given:min(r.given+n, len(r.text))])
	r.given += n
	return n, nil
}

// ahead is how many characters the parser wants to see before it looks at one.
const ahead = 4

// reach is the offset where the parser gives up: it reads no more than it must, so that what it looks at is known
// by what it asked for. White space and comments that it went past are not counted.
func reach(f *source.File) int {
	start := len(f.Data) - len(f.Text())
	text := append(bytes.Clone(f.Text()), strings.Repeat("\n", 2*ahead)...) // so that the end of the file is far
	given := stumble(text, len(text))
	given = stumble(text, max(given-2*block, 0)/block*block)
	for range ahead - 1 {
		_, size := utf8.DecodeLastRune(text[:given])
		given -= size
	}
	for at := start + min(given, len(f.Text())); at > start; {
		line := bytes.LastIndexAny(f.Data[start:at], "\r\n") + 1 + start
		if seen := bytes.TrimSpace(f.Data[line:at]); len(seen) > 0 && seen[0] != '#' {
			_, size := utf8.DecodeLastRune(seen)
			return line + bytes.Index(f.Data[line:at], seen) + len(seen) - size
		}
		at = max(line-1, start)
	}
	return start
}

// stumble is how many bytes the parser took before its error.
func stumble(text []byte, bytewise int) int {
	r := &feed{text: text, bytewise: bytewise}
	for dec := yaml.NewDecoder(r); ; {
		var n yaml.Node
		if decode(dec, &n) != nil {
			return r.given
		}
	}
}
