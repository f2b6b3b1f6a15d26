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
		Short: "Explain a rule, control, kind, fact, technique or code, or risk",
		Long: `Prints the page about a rule, a control, a kind, a fact, a diagnostic code, a
public framework or an id of one, a key or value of system files, or a clause
that rules are made of. The id of a threat gives the page of its rule. Where
several things have one name, a word before it says which: family:language,
mode:input. These words are control, kind (or component, asset, stage), family,
fact, clause, mode, strength, key and value.

These list what there is:
` + strings.Join(explain.Lists[:6], ", ") + `,
` + strings.Join(explain.Lists[6:], ", ") + `.
risk says how risk is computed, trust what the ladder of trust is, and language
what a system file can say.`,
		Example: `  tmodel explain risk
  tmodel explain IE-02
  tmodel explain TM-E012
  tmodel explain AML.T0020
  tmodel explain LLM01:2025
  tmodel explain influenced
  tmodel explain rules`,
		DisableFlagsInUseLine: true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("name one thing: a rule, control, kind, fact or code, or one of %s", strings.Join(explain.Topics, ", "))
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return explain.Names(a.catalog), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			page, ok := explain.Page(a.catalog, args[0])
			if !ok {
				return usage("nothing is called %s; %s", diag.Quote(args[0]), explain.Suggest(a.catalog, args[0]))
			}
			_, err := fmt.Fprint(a.stdout, page)
			return wrote(err)
		},
	}
}
