package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tmodel/internal/compile"
	"tmodel/internal/why"
)

// commandsBelow are the commands that help can be asked about after some words, each with what it does.
func commandsBelow(root *cobra.Command, args []string) []string {
	cmd, rest, err := root.Find(args)
	if err != nil || len(rest) > 0 {
		return nil
	}
	var out []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			out = append(out, cobra.CompletionWithDesc(c.Name(), c.Short))
		}
	}
	return out
}

// plainFlags takes the marks out of the texts of flags that name their arguments: a shell would show them.
func plainFlags(c *cobra.Command) {
	plain := func(f *pflag.Flag) { f.Usage = strings.ReplaceAll(f.Usage, "`", "") }
	c.Flags().VisitAll(plain)
	c.PersistentFlags().VisitAll(plain)
	for _, sub := range c.Commands() {
		plainFlags(sub)
	}
}

// completeFlag has the shell offer the values of a flag; behind a "=" in them stands a file.
func completeFlag(cmd *cobra.Command, flag string, values ...string) {
	err := cmd.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		if strings.Contains(typed, "=") {
			return nil, cobra.ShellCompDirectiveDefault
		}
		return values, cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic(err) // there is no such flag
	}
}

// completeFiles has the shell offer YAML files, for as many arguments as there are.
func completeFiles(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
}

// completeFile offers one YAML file.
func completeFile(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return completeFiles(nil, nil, "")
}

// completeWhy offers the elements of the systems in the folder, then YAML files.
func (a *app) completeWhy(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	switch len(args) {
	case 0:
		return a.elementsHere(), cobra.ShellCompDirectiveNoFileComp
	case 1:
		return completeFiles(nil, nil, "")
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

// mostHere is how many files a completion reads: somebody waits for it.
const mostHere = 10

// elementsHere are the ids of the systems in the working folder, each with what it is. Files that are no systems, or
// do not compile, offer nothing.
func (a *app) elementsHere() []string {
	names, err := inFolder(".")
	if err != nil {
		return nil
	}
	seen := map[string]bool{}
	var out []string
	for _, name := range names[:min(len(names), mostHere)] {
		f, err := a.open(name)
		if err != nil {
			continue
		}
		g, _, err := compile.Resolve(f, a.options())
		if g == nil || err != nil {
			continue
		}
		for _, r := range why.Elements(g) {
			if id := g.ID(r); !seen[id] {
				seen[id] = true
				out = append(out, cobra.CompletionWithDesc(id, why.What(g, r)))
			}
		}
	}
	return out
}
