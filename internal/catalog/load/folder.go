package load

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tmodel/internal/diag"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// Folder is where a catalogue lies. Name stands before the names of its files in messages; Files must not lead out of it.
type Folder struct {
	Name  string
	Files fs.FS
}

// The places of rules and controls in a catalogue's folder.
const (
	Rules    = "stride-ai"
	Controls = "controls"
)

// mostFiles is how many files one place of a folder may have.
const mostFiles = 1000

// names lists the YAML files of a place, sorted; none when the place is not there.
func (l *loader) names(dir string) []string {
	entries, err := fs.ReadDir(l.folder.Files, dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		l.try(dir)
		l.unreadable(dir, "this can't be read as a folder: "+cause(err), l.cure(err))
		return nil
	}
	var out []string
	for _, e := range entries {
		if ext := path.Ext(e.Name()); !hidden(e) && (ext == ".yaml" || ext == ".yml") {
			out = append(out, path.Join(dir, e.Name()))
		}
	}
	if len(out) > mostFiles {
		l.unreadable(dir, fmt.Sprintf("the folder has more than %d files", mostFiles), "put several rules into a file")
		l.try(dir)
		return nil
	}
	slices.Sort(out)
	return out
}

func hidden(e fs.DirEntry) bool { return strings.HasPrefix(e.Name(), ".") }

// one reads a file and hands its tree on. In a whole catalogue every file that is asked for must be there.
func (l *loader) one(name string, use func(*yamltree.Node)) {
	l.try(name)
	if l.err != nil || l.bag.Stop() {
		return
	}
	data, err := l.read(name)
	switch {
	case err != nil && errors.Is(err, fs.ErrNotExist) && l.base == nil:
		l.err = fmt.Errorf("read catalogue: %w", err)
		return
	case err != nil:
		l.unreadable(name, "this can't be read: "+cause(err), l.cure(err))
		return
	}
	l.file = source.New(path.Join(l.folder.Name, name), data)
	said := &diag.Bag{}
	root := yamltree.Parse(l.file, yamltree.DefaultLimits, said)
	for _, d := range said.Sorted() {
		if d.Code.OfFile() {
			d.Hint = "" // it speaks of systems
		}
		l.bag.Add(d)
	}
	if said.Failed() {
		l.spoil(l.file)
	}
	if root != nil {
		use(root)
	}
}

// read is the content of a regular file, as long as all files together stay within the limit of one system.
func (l *loader) read(name string) ([]byte, error) {
	info, err := fs.Stat(l.folder.Files, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNoFile // a pipe would be waited for
	}
	f, err := l.folder.Files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, int64(l.left)+1))
	if l.left -= len(data); err == nil && l.left < 0 {
		l.left = 0
		return nil, errTooLarge
	}
	return data, err
}

var (
	errNoFile   = errors.New("it is no file")
	errTooLarge = fmt.Errorf("the catalogue is larger than %d MB", yamltree.DefaultLimits.Bytes>>20)
)

// cure says what to do about what can't be read, and notes when that is no matter of the catalogue.
func (l *loader) cure(err error) string {
	switch {
	case errors.Is(err, errNoFile):
		return "write the records into a file, or give this a name that does not end in .yaml"
	case errors.Is(err, errTooLarge):
		return "keep in the folder only what belongs to the catalogue"
	case errors.Is(err, fs.ErrPermission):
		l.unread = true
		return "let whoever runs tmodel read it"
	}
	return "links that lead out of the catalogue's folder are not followed"
}

// unreadable reports what stands in no file.
func (l *loader) unreadable(name, message, hint string) {
	at := source.Span{File: source.New(path.Join(l.folder.Name, name), nil)}
	l.bag.Add(diag.Diagnostic{Code: diag.Unreadable, Span: at, Message: message, Hint: hint})
}

// cause is an error without the path, which the message has already.
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return err.Error()
}
