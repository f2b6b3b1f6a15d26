package cli

import (
	"io"
	"slices"

	"github.com/spf13/cobra"

	"tmodel/internal/catalog/coverage"
	"tmodel/internal/diag"
	"tmodel/internal/emit/covertable"
)

// coverageFormats are those of tables, the usual one first.
var coverageFormats = []string{"text", "json", "markdown"}

func (a *app) catalogCoverage() *cobra.Command {
	var formats []string
	cmd := &cobra.Command{
		Use:   "coverage [TABLE...] [flags]",
		Short: "Say which rules and controls cite each item of public frameworks",
		Long: `For each technique and mitigation of MITRE ATLAS and each item of the OWASP
lists, NIST AI 100-2 and the CoSAI risk map: the rules that cite it as the
threat, as a step of the attacker or as the harm, the controls that realise it,
or why nothing cites it. A technique or item counts by its parts too. TABLE is
atlas, atlas-mitigations or the id of a framework; tmodel explain frameworks
lists those.`,
		Example: `  tmodel catalog coverage
  tmodel catalog coverage owasp-llm-2026 -f markdown
  tmodel catalog coverage -f json=coverage.json --catalog my-catalog`,
		DisableFlagsInUseLine: true,
		PreRunE:               func(*cobra.Command, []string) error { return a.extend() },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return tableIDs(coverage.Of(a.catalog)), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.writeCoverage(args, formats) },
	}
	cmd.Flags().StringArrayVarP(&formats, "format", "f", nil, "`FORMAT[=FILE]`, repeatable: text (the default), json or markdown")
	completeFlag(cmd, "format", coverageFormats...)
	a.catalogFlag(cmd)
	return cmd
}

func tableIDs(tables []coverage.Table) []string {
	var out []string
	for i := range tables {
		out = append(out, tables[i].ID)
	}
	return out
}

func (a *app) writeCoverage(names, formats []string) error {
	if len(formats) == 0 {
		formats = coverageFormats[:1]
	}
	outputs, err := a.outputs(formats, coverageFormats)
	if err != nil {
		return err
	}
	tables := coverage.Of(a.catalog)
	for _, name := range names {
		if ids := tableIDs(tables); !slices.Contains(ids, name) {
			return usage("there is no table %s; %s", diag.Quote(name), diag.DidYouMean(name, ids))
		}
	}
	if len(names) > 0 {
		tables = slices.DeleteFunc(tables, func(t coverage.Table) bool { return !slices.Contains(names, t.ID) })
	}
	for _, o := range outputs {
		write := func(w io.Writer) error {
			switch o.format {
			case "json":
				return covertable.JSON(w, a.catalog.Version, tables)
			case "markdown":
				return covertable.Markdown(w, tables)
			}
			return covertable.Text(w, tables)
		}
		if err := a.to(o.file, write); err != nil {
			return err
		}
	}
	return nil
}
