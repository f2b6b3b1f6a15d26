package cli

import (
	"os"
	"slices"

	"github.com/spf13/cobra"

	"tmodel/internal/diag"
	"tmodel/internal/graph"
	"tmodel/internal/why"
)

func (a *app) why() *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "why ELEMENT PATH [flags]",
		Short: "Say what an element is joined to, who can influence it, who can read it",
		Long: `Says of one element of a system what it is, where it stands, what it holds,
what flows in and out, which controls stand on it, who can influence it, and who
can read what it sends, each with the path that proves it. PATH is one system: a
file, or - for standard input.

Influence has a mode: input is sent in this exchange, planted is left where
something else reads it, learned has become part of a model's parameters.`,
		Example: `  tmodel why assistant system.yaml
  tmodel why provider-key system.yaml -f json`,
		DisableFlagsInUseLine: true,
		Args:                  needElement,
		ValidArgsFunction:     a.completeWhy,
		RunE:                  func(_ *cobra.Command, args []string) error { return a.tellWhy(args[0], args[1], format) },
	}
	cmd.Flags().StringVarP(&format, "format", "f", format, "`FORMAT`: text or json")
	a.stdinFlag(cmd)
	completeFlag(cmd, "format", "text", "json")
	return cmd
}

// needElement asks for an element and a system, in this order.
func needElement(_ *cobra.Command, args []string) error {
	switch len(args) {
	case 2:
	case 1:
		return usage("name the system too: tmodel why %s PATH", diag.Quote(args[0]))
	default:
		return usage("name an element and the system that it is in: tmodel why ELEMENT PATH")
	}
	if isFile(args[0]) && args[1] != "-" && !isFile(args[1]) {
		return usage("the element comes first: tmodel why %s %s", args[1], args[0])
	}
	return nil
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

func (a *app) tellWhy(id, path, format string) error {
	if formats := []string{"text", "json"}; !slices.Contains(formats, format) {
		return usage("there is no format %s; %s", diag.Quote(format), expected(format, formats))
	}
	files, err := a.read([]string{path})
	if err != nil {
		return err
	}
	if len(files) != 1 {
		return usage("%s names %d files; name one", diag.Quote(path), len(files))
	}
	g, bag, err := a.resolve(files[0])
	if err != nil {
		return err
	}
	if g == nil {
		if err := a.diagnostics(a.stderr, bag); err != nil {
			return err
		}
		return fail(exitSystem, nil)
	}
	r, ok := g.Lookup(id)
	if !ok {
		return noElement(g, id)
	}
	write := why.Write
	if format == "json" {
		write = why.WriteJSON
	}
	return wrote(write(a.stdout, why.Of(g, a.catalog, r)))
}

func noElement(g *graph.Graph, id string) error {
	var ids []string
	for _, r := range why.Elements(g) {
		ids = append(ids, g.ID(r))
	}
	hint := diag.DidYouMean(id, ids)
	if hint == "" {
		hint = "its elements are what has an id in it"
	}
	return usage("%s has no element %s; %s", g.Source.Name, diag.Quote(id), hint)
}
