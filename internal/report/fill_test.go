package report

import (
	"testing"

	"tmodel/internal/register"
)

// What nothing stands for stays, and what a name brings in is not filled again.
func TestText(t *testing.T) {
	threat := &register.Threat{Names: []register.Name{{Key: "target", Value: "the {{path}}"}, {Key: "path", Value: "a → b"}, {Key: "path", Value: "late"}}}
	for template, want := range map[string]string{
		"":                               "",
		"nothing to fill":                "nothing to fill",
		"{{target}} by {{path}}.":        "the {{path}} by a → b.",
		"{{path}}{{path}}":               "a → ba → b",
		"{{who}} at {{path}}":            "{{who}} at a → b",
		"open {{path":                    "open {{path",
		"{{ {{path}}":                    "{{ a → b",
		"ends }} before {{path}} begins": "ends }} before a → b begins",
	} {
		if got := Text(template, threat); got != want {
			t.Errorf("%q becomes %q, want %q", template, got, want)
		}
	}
}
