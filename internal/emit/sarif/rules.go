package sarif

import (
	"strings"

	"tmodel/internal/catalog"
)

// rules are the codes, with their pages as help.
func rules(codes []catalog.CodeProse) []rule {
	out := make([]rule, len(codes))
	for i := range codes {
		c := &codes[i]
		level := "error"
		if strings.HasPrefix(c.Code, "TM-W") {
			level = "warning"
		}
		out[i] = rule{ID: c.Code, Name: camel(c.Title), ShortDescription: text{Text: c.Title}, FullDescription: text{Text: c.Means},
			Help: help(c), DefaultConfiguration: configuration{level}, Properties: properties{[]string{"threat-model", "yaml"}, "very-high"}}
	}
	return out
}

// help is the page of a code, as text and as Markdown.
func help(c *catalog.CodeProse) text {
	plain, marked := c.Means, plainly.Replace(c.Means)
	if c.Example != "" {
		plain += "\n\nFor example:\n\n  " + strings.ReplaceAll(c.Example, "\n", "\n  ")
		marked += "\n\nFor example:\n\n```yaml\n" + c.Example + "\n```"
	}
	return text{Text: plain + "\n\nWhat to do: " + c.Fix, Markdown: marked + "\n\n**What to do:** " + plainly.Replace(c.Fix)}
}

// plainly keeps the catalogue's text what it is in Markdown.
var plainly = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", "&", "&amp;", "`", "\\`")

// camel makes a name for programs of a title: UnknownKey.
func camel(title string) string {
	var b strings.Builder
	for word := range strings.FieldsFuncSeq(title, func(r rune) bool { return r < '0' || r > '9' && r < 'A' || r > 'Z' && r < 'a' || r > 'z' }) {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return b.String()
}
