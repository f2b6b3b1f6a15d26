package yamltree

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// Parse reads the one document of a file. It returns nil when there is no tree to go on with; the bag says why.
func Parse(f *source.File, limits Limits, bag *diag.Bag) *Node {
	data, ok := check(f, limits, bag)
	if !ok {
		return nil
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	if err := decode(dec, &doc); err != nil {
		if errors.Is(err, io.EOF) {
			unreadable(bag, at(f, 1, 1), "the file is empty", "tmodel explain TM-E003 shows the smallest system")
			return nil
		}
		syntax(f, err, bag)
		return nil
	}
	var next yaml.Node
	if err := decode(dec, &next); err == nil {
		line, col := next.Line, next.Column
		unreadable(bag, at(f, line, col), "a second YAML document starts here", "one file describes one system: remove the --- or move the rest to its own file")
		return nil
	} else if !errors.Is(err, io.EOF) {
		syntax(f, err, bag)
		return nil
	}
	c := converter{file: f, limits: limits, bag: bag, done: map[*yaml.Node]*built{}}
	root := c.node(doc.Content[0], 0)
	if c.stopped {
		return nil
	}
	return root.node
}

// decode turns the parser's rare panics on malformed input into errors.
func decode(dec *yaml.Decoder, n *yaml.Node) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("yaml: %v", r)
		}
	}()
	return dec.Decode(n)
}

// check refuses what is not UTF-8 text of bounded size, and drops a byte order mark.
func check(f *source.File, limits Limits, bag *diag.Bag) ([]byte, bool) {
	if len(f.Data) > limits.Bytes {
		unreadable(bag, at(f, 1, 1), fmt.Sprintf("the file has %d bytes; the limit is %d", len(f.Data), limits.Bytes), "split the system into several files, one system each")
		return nil, false
	}
	if !utf8.Valid(f.Data) {
		line, col := 1, 1
		for rest := f.Data; ; {
			r, size := utf8.DecodeRune(rest)
			if r == utf8.RuneError && size <= 1 {
				break
			}
			if col++; r == '\n' {
				line, col = line+1, 1
			}
			rest = rest[size:]
		}
		unreadable(bag, at(f, line, col), "the file is not UTF-8 text: a byte here belongs to no character", "save the file as UTF-8")
		return nil, false
	}
	return bytes.TrimPrefix(f.Data, []byte("\xef\xbb\xbf")), true
}

func unreadable(bag *diag.Bag, at source.Span, message, hint string) {
	bag.Add(diag.Diagnostic{Code: diag.Unreadable, Span: at, Message: message, Hint: hint})
}

func at(f *source.File, line, col int) source.Span {
	return source.Span{File: f, Line: int32(line), Col: int32(col), EndLine: int32(line), EndCol: int32(col + 1)}
}

var position = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// syntax reports an error of the parser. It gives a line at best, sometimes one too far, never a column.
func syntax(f *source.File, err error, bag *diag.Bag) {
	text := err.Error()
	m := position.FindStringSubmatch(text)
	line := 1
	if m != nil {
		text = text[len(m[0]):]
		if n, e := strconv.Atoi(m[1]); e == nil {
			line = min(max(n, 1), f.Lines())
		}
	}
	hint := ""
	for n := line; n >= 1 && n >= line-1; n-- {
		l := f.Line(n)
		if i := strings.IndexByte(l, '\t'); i >= 0 && strings.TrimSpace(l[:i]) == "" {
			line, hint = n, "YAML is indented with spaces; this line has a tab"
			break
		}
	}
	if hint == "" {
		hint = "look at this line and the one before: indentation, a missing colon or space after it, an open quote or bracket"
	}
	l := f.Line(line)
	col := utf8.RuneCountInString(l) - utf8.RuneCountInString(strings.TrimLeft(l, " \t")) + 1
	bag.Add(diag.Diagnostic{Code: diag.NotYAML, Span: at(f, line, col), Message: "this is not YAML: " + text, Hint: hint})
}
