package cli

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/emit/markdown"
)

func (a *app) catalogList() *cobra.Command {
	var format string
	formats := []string{"text", "markdown", "json"}
	cmd := &cobra.Command{
		Use:   "list [flags]",
		Short: "List rules and controls",
		Long: `Lists all rules with their primary STRIDE category, likelihood and title, and
all controls with the number of rules that they treat. As markdown it is a page
to read, by the part of a system that records are about: when each rule fires,
in words, what helps, references with names, and what proves each control.`,
		Example: `  tmodel catalog list
  tmodel catalog list -f markdown > catalog.md
  tmodel catalog list -f json --catalog my-catalog`,
		DisableFlagsInUseLine: true,
		Args:                  noArgs,
		PreRunE:               func(*cobra.Command, []string) error { return a.extend() },
		RunE: func(*cobra.Command, []string) error {
			switch format {
			case "text":
				_, err := fmt.Fprint(a.stdout, listing(a.catalog).text())
				return wrote(err)
			case "markdown", "md":
				return wrote(markdown.WriteCatalog(a.stdout, a.catalog))
			case "json":
				e := json.NewEncoder(a.stdout)
				e.SetIndent("", " ")
				e.SetEscapeHTML(false)
				return wrote(e.Encode(listing(a.catalog)))
			}
			return usage("there is no format %s; %s", diag.Quote(format), expected(format, formats))
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "`FORMAT`: text, markdown or json")
	completeFlag(cmd, "format", formats...)
	a.catalogFlag(cmd)
	return cmd
}

// catalogListing is the catalogue in short, as -f json has it.
type catalogListing struct {
	SchemaVersion int             `json:"schemaVersion"`
	Version       string          `json:"version"`
	Counts        map[string]int  `json:"counts"`
	Rules         []listedRule    `json:"rules"`
	Controls      []listedControl `json:"controls"`
}

type listedRule struct {
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	Part        string   `json:"part"`
	Target      string   `json:"target"` // in words
	Adversarial bool     `json:"adversarial"`
	Stride      []string `json:"stride"` // the first is primary
	Likelihood  int      `json:"likelihood"`
	Controls    []string `json:"controls"` // best first
	Examples    int      `json:"examples"`
}

type listedControl struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Reduces string `json:"reduces"`
	Rules   int    `json:"rules"` // that it treats
}

func listing(c *catalog.Catalog) *catalogListing {
	l := &catalogListing{SchemaVersion: 1, Version: c.Version, Rules: []listedRule{}, Controls: []listedControl{}}
	treats, examples := map[string]int{}, 0
	for i := range c.Rules {
		r, p := &c.Rules[i], &c.Prose[i]
		rule := listedRule{ID: r.ID, Title: p.Title, Part: p.Part, Target: r.Target.String(), Adversarial: r.Adversarial, Stride: append([]string{}, r.Stride...), Likelihood: r.Likelihood, Examples: len(p.Examples)}
		for _, t := range r.Treat {
			rule.Controls = append(rule.Controls, t.Control)
			treats[t.Control]++
		}
		examples += len(p.Examples)
		l.Rules = append(l.Rules, rule)
	}
	for i := range c.Controls {
		k := &c.Controls[i]
		reduces := "likelihood"
		if k.ReducesImpact {
			reduces = "impact"
		}
		l.Controls = append(l.Controls, listedControl{ID: k.ID, Name: c.ControlProse[i].Name, Reduces: reduces, Rules: treats[k.ID]})
	}
	l.Counts = map[string]int{"rules": len(c.Rules), "controls": len(c.Controls), "examples": examples}
	return l
}

func (l *catalogListing) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-8s  %-22s  %s  %s\n", "RULE", "STRIDE", "L", "TITLE")
	for _, r := range l.Rules {
		stride := "concern"
		if len(r.Stride) > 0 {
			stride = r.Stride[0]
		}
		fmt.Fprintf(&b, "%-8s  %-22s  %d  %s\n", r.ID, stride, r.Likelihood, diag.Printable(r.Title))
	}
	longest := len("CONTROL")
	for _, k := range l.Controls {
		longest = max(longest, len(k.ID))
	}
	fmt.Fprintf(&b, "\n%-*s  %-10s  %5s  %s\n", longest, "CONTROL", "REDUCES", "RULES", "NAME")
	for _, k := range l.Controls {
		fmt.Fprintf(&b, "%-*s  %-10s  %5d  %s\n", longest, k.ID, k.Reduces, k.Rules, diag.Printable(k.Name))
	}
	fmt.Fprintf(&b, "\nCatalogue %s: %s, %s, %s\n", l.Version, plural(l.Counts["rules"], "rule"), plural(l.Counts["controls"], "control"), plural(l.Counts["examples"], "example"))
	return b.String()
}
