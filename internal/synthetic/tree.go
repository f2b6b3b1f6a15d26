package synthetic

import (
	"fmt"

	"gopkg.in/yaml.v3"
)

// references are the keys whose values name other elements, in every section.
var references = map[string]bool{
	"zone": true, "parent": true, "operator": true, "runs_on": true, "holds": true, "contains": true, "opens": true,
	"from": true, "to": true, "carries": true, "returns": true, "consumes": true, "produces": true,
	"on": true, "governed_by": true, "assets": true,
}

// parse returns the top mapping of a system. What it gets is written by tests, so it panics on anything else.
func parse(text []byte) *yaml.Node {
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		panic(fmt.Sprintf("parse system: %v", err))
	}
	if doc.Kind != yaml.DocumentNode || doc.Content[0].Kind != yaml.MappingNode {
		panic("parse system: no mapping at the top")
	}
	return doc.Content[0]
}

// write returns the text of a tree.
func write(top *yaml.Node) []byte {
	text, err := yaml.Marshal(top)
	if err != nil {
		panic(fmt.Sprintf("write system: %v", err))
	}
	return text
}

// value returns what stands under a key of a mapping, nil if nothing does.
func value(mapping *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1]
		}
	}
	return nil
}

// set puts a value under a key of a mapping.
func set(mapping *yaml.Node, key string, to *yaml.Node) {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			mapping.Content[i+1] = to
			return
		}
	}
	mapping.Content = append(mapping.Content, scalarNode(key), to)
}

// items returns the items of a section, none if it is not there.
func items(top *yaml.Node, section string) []*yaml.Node {
	if list := value(top, section); list != nil {
		return list.Content
	}
	return nil
}

// scalarNode returns a string as a node.
func scalarNode(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: s} }

// listNode returns strings as a list on one line.
func listNode(values ...string) *yaml.Node {
	list := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, v := range values {
		list.Content = append(list.Content, scalarNode(v))
	}
	return list
}
