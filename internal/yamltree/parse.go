package yamltree

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"gopkg.in/yaml.v3"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// Parse reads the one document of a file. It returns nil when there is no tree to go on with; the bag says why.
func Parse(f *source.File, limits Limits, bag *diag.Bag) *Node {
	ok, odd := check(f, limits, bag)
	if !ok {
		return nil
	}
	f = accept(conflicts(f, bag))
	if odd {
		f, odd = oddSpaces(f, bag)
	}
	var doc, next yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(f.Text()))
	err := decode(dec, &doc)
	if errors.Is(err, io.EOF) || err == nil && nothing(&doc) && errors.Is(decode(dec, &next), io.EOF) {
		message := "the file is empty"
		if bytes.ContainsRune(f.Data, '#') {
			message = "the file has nothing but comments"
		}
		refuse(bag, diag.EmptyFile, at(f, 1, 1), message, "the smallest system is two lines: tmodel: 1, and system: {id: my-system}")
		return nil
	}
	if err == nil {
		err = decode(dec, &next)
	}
	switch {
	case err == nil:
		refuse(bag, diag.SecondDocument, at(f, next.Line, next.Column), "a second YAML document starts here", "one file describes one system: remove the ---, or move what follows to a file of its own")
		return nil
	case !errors.Is(err, io.EOF):
		if !odd && !lone(f, bag) { // else it may come of them
			syntax(f, err, bag)
		}
		return nil
	}
	c := converter{file: f, limits: limits, bag: bag, done: map[*yaml.Node]*built{}}
	c.mend(doc.Content[0])
	root := c.node(doc.Content[0], 0)
	if c.stopped {
		return nil
	}
	return root.node
}

// nothing says whether a document has no content, as after a lone ---.
func nothing(doc *yaml.Node) bool {
	return len(doc.Content) == 0 || doc.Content[0].Kind == yaml.ScalarNode && doc.Content[0].Tag == "!!null"
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

// refuse says why there is no tree.
func refuse(bag *diag.Bag, code diag.Code, at source.Span, message, hint string) {
	bag.Add(diag.Diagnostic{Code: code, Span: at, Message: message, Hint: hint})
}

// at is one column wide.
func at(f *source.File, line, col int) source.Span {
	return source.Span{File: f, Line: int32(line), Col: int32(col), EndLine: int32(line), EndCol: int32(col + 1)}
}
