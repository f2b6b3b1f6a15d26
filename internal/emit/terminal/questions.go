package terminal

import (
	"fmt"
	"strings"

	"tmodel/internal/diag"
)

// questions lists the facts that would settle most, up to five.
func (p *page) questions() {
	if len(p.r.Questions) == 0 {
		return
	}
	list := p.r.Questions[:min(len(p.r.Questions), 5)]
	title := "Unknown facts that threats rest on:"
	if n := p.r.Settled(list); n > 0 {
		title = fmt.Sprintf("Answer %s to settle %s:", plural(len(list), "fact"), plural(n, "threat"))
	}
	p.section(title)
	for _, q := range list {
		values := ""
		if len(q.Values) > 0 {
			values = " (" + strings.Join(q.Values, ", ") + ")"
		}
		for i, l := range wrap(diag.Printable(fmt.Sprintf("%s: %s?%s", q.Element, strings.TrimPrefix(q.Fact, "facts."), values)), p.o.Width-4) {
			p.line("%s%s", []string{"  ", "    "}[min(i, 1)], l)
		}
	}
	if n := len(p.r.Questions) - len(list); n > 0 {
		p.line("%s", p.dim(fmt.Sprintf("  %s more in report.md", plural(n, "question"))))
	}
}
