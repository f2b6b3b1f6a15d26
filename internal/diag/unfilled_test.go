package diag

import (
	"strings"
	"testing"
)

func TestGap(t *testing.T) {
	for text, want := range map[string]bool{
		"{{ name }}": true, "${NAME}": true, "$(name)": true, "{% if x %}": true, "<%= x %>": true, "<name>": true, "%NAME%": true, "a-{{b}}": true,
		"": false, "name": false, "a<b": false, "<>": false, "100%": false, "{x}": false, strings.Repeat("{{", 200): false,
	} {
		if Gap(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}
