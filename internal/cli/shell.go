package cli

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"tmodel/internal/diag"
)

// shells write the scripts, with or without what stands beside a completion.
var shells = map[string]func(root *cobra.Command, w io.Writer, described bool) error{
	"bash": func(root *cobra.Command, w io.Writer, described bool) error {
		return root.GenBashCompletionV2(w, described)
	},
	"fish": func(root *cobra.Command, w io.Writer, described bool) error {
		return root.GenFishCompletion(w, described)
	},
	"powershell": func(root *cobra.Command, w io.Writer, described bool) error {
		if described {
			return root.GenPowerShellCompletionWithDesc(w)
		}
		return root.GenPowerShellCompletion(w)
	},
	"zsh": func(root *cobra.Command, w io.Writer, described bool) error {
		if described {
			return root.GenZshCompletion(w)
		}
		return root.GenZshCompletionNoDesc(w)
	},
}

// completion says what cobra's command for shells is good for here, and has its mistakes and its output be as those of
// all commands.
func (a *app) completion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() != "completion" {
			continue
		}
		c.Short = "Print a script that completes commands in a shell"
		c.Long = `Prints a script for a shell that completes commands, flags and their values, the
elements of the systems in the working folder (tmodel why) and the names that
tmodel explain knows. The script asks tmodel itself, and needs no network.`
		c.Example = `  source <(tmodel completion bash)
  tmodel completion zsh > "${fpath[1]}/_tmodel"
  tmodel completion fish > ~/.config/fish/completions/tmodel.fish
  tmodel completion powershell | Out-String | Invoke-Expression`
		c.Args, c.RunE = cobra.ArbitraryArgs, noShell
		for _, shell := range c.Commands() {
			a.shell(shell)
		}
	}
}

// shell makes one shell's command one of ours.
func (a *app) shell(c *cobra.Command) {
	write := shells[c.Name()]
	c.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usage("completion %s takes no arguments", cmd.Name())
		}
		return nil
	}
	c.RunE = func(cmd *cobra.Command, _ []string) error {
		bare, _ := cmd.Flags().GetBool("no-descriptions")
		return wrote(write(cmd.Root(), a.stdout, !bare))
	}
}

// noShell is for the command without a shell, or with one that there is no script for.
func noShell(cmd *cobra.Command, args []string) error {
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	if len(args) == 0 {
		return usage("name a shell: tmodel completion %s", oneOf(names))
	}
	return usage("there is no script for the shell %s; name %s", diag.Quote(args[0]), oneOf(names))
}

// oneOf lists names of which one is to be chosen.
func oneOf(names []string) string {
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
