package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"tmodel/internal/compile"
	"tmodel/internal/why"
)

// describeCompletion says what cobra's command for shells is good for here.
func describeCompletion(root *cobra.Command) {
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			c.Short = "Print a script that completes commands in a shell"
			c.Long = `Prints a script for a shell that completes commands, flags and their values, the
elements of the systems in the working folder (tmodel why) and the names that
tmodel explain knows. The script asks tmodel itself, and needs no network.`
			c.Example = `  source <(tmodel completion bash)
  tmodel completion zsh > "${fpath[1]}/_tmodel"
  tmodel completion fish > ~/.config/fish/completions/tmodel.fish
  tmodel completion powershell | Out-String | Invoke-Expression`
		}
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
