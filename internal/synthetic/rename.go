package synthetic

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"
)

// Rename gives every element another id, and every reference to it too. Ids compare with one another as they did
// before, also where joined with "+" or "@". The system's own id and the ids of its objectives are renamed with the
// others; ids of controls of the library are not.
func Rename(text []byte) []byte {
	top := parse(text)
	var ids []string
	visitIDs(top, func(n *yaml.Node) { ids = append(ids, n.Value) })
	slices.Sort(ids)
	ids = slices.Compact(ids)
	names := make(map[string]string, len(ids))
	for i, id := range ids {
		names[id] = fmt.Sprintf("n%06d", i)
	}
	visitIDs(top, func(n *yaml.Node) { n.Value = names[n.Value] })
	renameReferences(top, names)
	return write(top)
}

// visitIDs calls visit for each id that the tree declares.
func visitIDs(n *yaml.Node, visit func(*yaml.Node)) {
	if n.Kind == yaml.MappingNode {
		if id := value(n, "id"); id != nil {
			visit(id)
		}
	}
	for _, child := range n.Content {
		visitIDs(child, visit)
	}
}

// renameReferences renames the values of the keys that name elements. A name that nothing declares stays.
func renameReferences(n *yaml.Node, names map[string]string) {
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 1 && references[n.Content[i-1].Value] {
			renameScalars(child, names)
		}
		renameReferences(child, names)
	}
}

// renameScalars renames a reference, or the references in a list.
func renameScalars(n *yaml.Node, names map[string]string) {
	targets := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		targets = n.Content
	}
	for _, t := range targets {
		if name, ok := names[t.Value]; ok && t.Kind == yaml.ScalarNode {
			t.Value = name
		}
	}
}
