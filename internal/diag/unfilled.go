package diag

import "strings"

// Template is the value of a node that stood where {{ x }} stands without quotes: that was said when the file was read.
const Template = "{{"

// Gap says whether a text looks like a gap of a template that nobody filled in: {{ name }}, ${NAME}, <name>.
func Gap(s string) bool {
	if len(s) < 3 || len(s) > longest {
		return false
	}
	for _, open := range []string{"{{", "{%", "<%", "${", "$("} {
		if strings.Contains(s, open) {
			return true
		}
	}
	for _, frame := range []string{"<>", "%%"} {
		if s[0] == frame[0] && s[len(s)-1] == frame[1] {
			return true
		}
	}
	return false
}
