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

func TestOnlyGap(t *testing.T) {
	for text, want := range map[string]bool{
		"${NAME}": true, "$(name)": true, "<%= x %>": true, "<owner>": true, "<your team>": true, "<TEAM_1>": true,
		"shop-${ENV}": false, "a <b> c": false, "<b>fat</b>": false, "<a@example.org>": false, "<https://example.org>": false, "<>": false, "<a": false, "$5": false,
	} {
		if OnlyGap(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}
