package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tmodel/internal/diag"
	"tmodel/internal/explain"
)

func (a *app) explain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain NAME",
		Short: "Explain a rule, control, kind, fact or diagnostic code, or how risk is computed",
		Example: `  tmodel explain risk
  tmodel explain IE-02
  tmodel explain TM-E012
  tmodel explain rules`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fail(exitUsage, fmt.Errorf("name one thing: a rule, control, kind, fact or code, or one of risk, rules, controls, codes"))
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return explain.Names(a.catalog), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			page, ok := explain.Page(a.catalog, args[0])
			if !ok {
				text := "nothing is called " + diag.Quote(args[0])
				if hint := explain.Suggest(a.catalog, args[0]); hint != "" {
					text += "; " + hint
				}
				return fail(exitUsage, fmt.Errorf("%s", strings.TrimSpace(text)))
			}
			_, err := fmt.Fprint(a.stdout, page)
			return wrote(err)
		},
	}
}
