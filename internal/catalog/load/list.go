package load

import (
	"regexp"
	"slices"
	"sync"

	"tmodel/internal/diag"
	"tmodel/internal/schema"
	"tmodel/internal/source"
	"tmodel/internal/yamltree"
)

// list takes the records of a file. What is right of those that do not fit the schema goes to broken, so that one run finds
// all mistakes.
func (l *loader) list(s *schema.Schema, root *yamltree.Node, use, broken func(*yamltree.Node)) {
	all, said := root.Items, &diag.Bag{}
	ok, err := s.Check(root, said)
	if err != nil {
		l.err = err
	}
	wrong := said.Sorted()
	for _, d := range wrong {
		l.bag.Add(d)
	}
	if said.Failed() {
		l.spoil(l.file)
	}
	if !ok {
		return
	}
	left := root.Items
	for i, item := range all {
		own := 0 // how much of what is wrong is said of this record
		for own < len(wrong) && (i+1 == len(all) || wrong[own].Span.Before(all[i+1].Span)) {
			own++
		}
		switch {
		case l.bag.Stop():
			return
		case len(left) > 0 && item == left[0]:
			left = left[1:]
			if l.claim(item) {
				use(item)
			} else {
				l.spoilt[text(item, "id")] = true
			}
		case broken != nil:
			broken(fitting(item, wrong[:own]))
		}
		wrong = wrong[own:]
	}
}

// fitting is a copy of a record with those of its keys of whose values nothing wrong was said.
func fitting(n *yamltree.Node, wrong []diag.Diagnostic) *yamltree.Node {
	out := *n
	out.Pairs = nil
	for i, p := range n.Pairs {
		in := func(d diag.Diagnostic) bool {
			return !d.Span.Before(p.Value.Span) && (i+1 == len(n.Pairs) || d.Span.Before(n.Pairs[i+1].Key.Span))
		}
		if !slices.ContainsFunc(wrong, in) {
			out.Pairs = append(out.Pairs, p)
		}
	}
	return &out
}

var anID = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\bid:\s*["']?([\w-]+)`) })

// spoil notes the ids in a file that has a mistake: whoever names one is not to blame that it is missing.
func (l *loader) spoil(f *source.File) {
	for _, m := range anID().FindAllSubmatch(f.Data, -1) {
		l.spoilt[string(m[1])] = true
	}
}
