package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the program and of its knowledge",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprint(a.stdout, a.versionText())
			return wrote(err)
		},
	}
}

func (a *app) versionText() string {
	return fmt.Sprintf("tmodel %s\ncatalogue %s (%d rules, %d controls)\nMITRE ATLAS %s\n", Version, a.catalog.Version,
		len(a.catalog.Rules), len(a.catalog.Controls), a.catalog.Atlas.Stamp())
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("%s takes no arguments", cmd.Name())
	}
	return nil
}
