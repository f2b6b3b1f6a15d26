package eval

import (
	"fmt"
	"io/fs"
	"path"

	"tmodel/internal/source"
)

// Set is all that the rules are measured on.
type Set struct {
	Cases []Case   // in the order of the labels
	Entry []string // techniques by which outsiders get in
	Pairs []Pair
}

// Case is a real system, as it was modelled from a description of its design, and what was done to it.
type Case struct {
	ID, Class, Suitability string
	Truth                  []string     // four-digit ATLAS techniques, each once
	System, Twin           *source.File // as it is, and with nobody untrusted
}

// The classes of systems, in the order in which they are printed.
var classes = [...]string{"predictive", "generative", "agentic", "ml-platform"}

// good is the suitability of a case with three techniques or more.
const good = "good"

// Load reads the cases and twins from a folder testdata. It fails when a system is not the one that was checked in.
func Load(testdata fs.FS) (*Set, error) {
	if err := intact(testdata, "cases"); err != nil {
		return nil, err
	}
	f, err := read(testdata, "cases/labels.yaml")
	if err != nil {
		return nil, err
	}
	s, err := labels(f)
	if err != nil {
		return nil, err
	}
	for i := range s.Cases {
		c := &s.Cases[i]
		if c.System, err = read(testdata, path.Join("cases", c.ID, systemFile)); err != nil {
			return nil, err
		}
		if c.Twin, err = read(testdata, path.Join("twins", c.ID, systemFile)); err != nil {
			return nil, err
		}
	}
	s.Pairs, err = pairs(testdata, "twins")
	return s, err
}

const systemFile = "system.yaml"

func read(from fs.FS, name string) (*source.File, error) {
	data, err := fs.ReadFile(from, name)
	if err != nil {
		return nil, fmt.Errorf("read %q: %w", name, err)
	}
	return source.New(path.Join("testdata", name), data), nil
}
