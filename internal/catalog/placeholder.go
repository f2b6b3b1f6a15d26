package catalog

import "strings"

// Placeholders are the names that a text leaves open between {{ and }}, in order.
func Placeholders(text string) []string {
	var out []string
	for {
		_, after, ok := strings.Cut(text, "{{")
		name, rest, closed := strings.Cut(after, "}}")
		if !ok || !closed {
			return out
		}
		out, text = append(out, name), rest
	}
}

// General is a text with < > for what differs from threat to threat.
func General(text string) string { return strings.NewReplacer("{{", "<", "}}", ">").Replace(text) }
