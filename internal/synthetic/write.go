package synthetic

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
)

// pair is a key with its value: a string, a list of strings or a list of facts.
type pair struct {
	key   string
	value any
}

// element is anything that stands in a list of the file.
type element interface{ pairs() []pair }

// longLine is the length beyond which an element is written over several lines.
const longLine = 150

// plain matches the strings that need no quotes in YAML, also between braces.
var plain = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9 ./_()'-]*$`)

// writeSection writes a list of elements under its key; an empty list leaves the key out.
func writeSection[E element](w *bytes.Buffer, key string, elements []E) {
	if len(elements) == 0 {
		return
	}
	w.WriteString("\n" + key + ":\n")
	for _, e := range elements {
		writeElement(w, e.pairs())
	}
}

// writeElement writes one item of a list on one line where it fits, like people do, else a line for each key.
func writeElement(w *bytes.Buffer, pairs []pair) {
	lead, parts := "  - ", make([]string, 0, len(pairs))
	length := 0
	for _, p := range pairs {
		if text := valueText(p.value); text != "" {
			parts = append(parts, p.key+": "+text)
			length += len(p.key) + len(text) + 4
		}
	}
	if length <= longLine {
		w.WriteString(lead + "{" + strings.Join(parts, ", ") + "}\n")
		return
	}
	for _, part := range parts {
		w.WriteString(lead + part + "\n")
		lead = "    "
	}
}

// valueText returns the YAML text of a value, "" for an empty one.
func valueText(value any) string {
	switch v := value.(type) {
	case string:
		return scalar(v)
	case []string:
		if len(v) > 0 {
			return "[" + strings.Join(v, ", ") + "]"
		}
	case []fact:
		texts := make([]string, len(v))
		for i, f := range v {
			texts[i] = f.name + ": " + scalar(f.value)
		}
		if len(v) > 0 {
			return "{" + strings.Join(texts, ", ") + "}"
		}
	}
	return ""
}

// scalar quotes a string where YAML needs it.
func scalar(s string) string {
	if s == "" || plain.MatchString(s) && !strings.HasSuffix(s, " ") {
		return s
	}
	return strconv.Quote(s)
}
