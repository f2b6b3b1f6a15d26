package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tmodel/internal/diag"
	"tmodel/internal/trial"
)

func (a *app) catalogTest() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "test [FOLDER...] [flags]",
		Short: "Run the examples of rules",
		Long: `Compiles every example of every rule in a folder and says where a rule fires
elsewhere than the example expects. Without a folder it runs the shipped ones.`,
		Example:               "  tmodel catalog test my-catalog",
		DisableFlagsInUseLine: true,
		RunE:                  func(_ *cobra.Command, args []string) error { return a.testCatalog(args) },
	}
	a.catalogFlag(cmd)
	return cmd
}

func (a *app) testCatalog(args []string) error {
	bag := &diag.Bag{}
	loaded, err := a.subject(args, bag)
	if err != nil {
		return err
	}
	if bag.Failed() { // rules that do not hold together can't be run
		return a.refuse(a.stdout, loaded, bag)
	}
	stop := a.progress("running the examples")
	outcomes, err := trial.Run(loaded)
	stop()
	if err != nil {
		return fail(exitInternal, err)
	}
	var b strings.Builder
	failed := 0
	for i := range outcomes {
		if outcomes[i].Failed() {
			failed++
			b.WriteString(failedLine(&outcomes[i]))
		}
	}
	rules, _ := counts(loaded)
	fmt.Fprintf(&b, "%s, %s, %d failed\n", plural(rules, "rule"), plural(len(outcomes), "example"), failed)
	if _, err := fmt.Fprint(a.stdout, b.String()); err != nil {
		return wrote(err)
	}
	if failed > 0 {
		return fail(exitUsage, nil)
	}
	return nil
}

// failedLine says where an example stands, what it expects and what happened.
func failedLine(o *trial.Outcome) string {
	at := ""
	if o.At.Valid() {
		at = fmt.Sprintf("%s:%d: ", diag.Printable(o.At.File.Name), o.At.Line)
	}
	got := "got " + ids(o.Got)
	if len(o.Wrong) > 0 {
		got = fmt.Sprintf("it does not compile: line %d: %s", o.Wrong[0].Span.Line, o.Wrong[0].Message)
	}
	with := ""
	if o.Change != "" {
		with = " with " + diag.Printable(strings.Join(strings.Fields(o.Change), " "))
	}
	return fmt.Sprintf("%s%s %s%s: expected %s, %s\n", at, o.Rule, diag.Quote(o.Example), with, ids(o.Expect), got)
}

func ids(list []string) string {
	if len(list) == 0 {
		return "nothing"
	}
	return diag.Printable(strings.Join(list, " "))
}
