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

// OnlyGap says whether a text is a gap and nothing else, so that even where any text can stand nobody means it.
func OnlyGap(s string) bool {
	if !Gap(s) {
		return false
	}
	for _, frame := range [][2]string{{"${", "}"}, {"$(", ")"}, {"<%", "%>"}} {
		if strings.HasPrefix(s, frame[0]) && strings.HasSuffix(s, frame[1]) {
			return true
		}
	}
	name, ok := strings.CutPrefix(s, "<")
	return ok && strings.Trim(strings.ToLower(name), "abcdefghijklmnopqrstuvwxyz0123456789_-. ") == ">" // no address, no markup
}
