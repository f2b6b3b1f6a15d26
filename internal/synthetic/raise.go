package synthetic

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// States are the states of a control, least first.
var States = [...]string{"absent", "planned", "implemented", "verified"}

// RaiseControl declares a control of the library on an element, or raises the state of the one that is declared
// there; a state that is as high already stays. Where a declaration is for several elements, only this one rises.
func RaiseControl(text []byte, use, on, state string) []byte {
	top := parse(text)
	declared := false
	for _, item := range items(top, "controls") {
		place := covers(item, use, on)
		if place < 0 {
			continue
		}
		declared = true
		if !lower(value(item, "state"), state) {
			continue
		}
		if list := value(item, "on"); list.Kind == yaml.SequenceNode && len(list.Content) > 1 {
			item = split(top, item, place)
		}
		set(item, "state", scalarNode(state))
	}
	if !declared {
		addControl(top, use, on, state)
	}
	return write(top)
}

// covers returns the place of an element in a declaration of a control, -1 if it is not for that control and element.
func covers(item *yaml.Node, use, on string) int {
	name, list := value(item, "use"), value(item, "on")
	if name == nil || list == nil || name.Value != use {
		return -1
	}
	return slices.IndexFunc(list.Content, func(n *yaml.Node) bool { return n.Value == on })
}

// lower reports whether a declared state is below another one. None declared is below all.
func lower(declared *yaml.Node, state string) bool {
	return declared == nil || slices.Index(States[:], declared.Value) < slices.Index(States[:], state)
}

// split takes one element out of a declaration for several and returns a declaration for that element alone.
func split(top, item *yaml.Node, place int) *yaml.Node {
	list := value(item, "on")
	alone := &yaml.Node{Kind: yaml.MappingNode, Style: item.Style, Content: slices.Clone(item.Content)}
	set(alone, "on", listNode(list.Content[place].Value))
	list.Content = slices.Delete(slices.Clone(list.Content), place, place+1)
	section := value(top, "controls")
	section.Content = append(section.Content, alone)
	return alone
}

// addControl declares a control that is not declared yet.
func addControl(top *yaml.Node, use, on, state string) {
	section := value(top, "controls")
	if section == nil {
		section = &yaml.Node{Kind: yaml.SequenceNode}
		set(top, "controls", section)
	}
	section.Content = append(section.Content, &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle, Content: []*yaml.Node{
		scalarNode("use"), scalarNode(use), scalarNode("on"), listNode(on), scalarNode("state"), scalarNode(state),
	}})
}
