package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"tmodel/internal/catalog"
)

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the program and of its knowledge",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(a.stdout, "tmodel %s\ncatalogue %s (%d rules, %d controls)\nMITRE ATLAS %s\n", Version, a.catalog.Version,
				len(a.catalog.Rules), len(a.catalog.Controls), catalog.AtlasVersion)
			return wrote(err)
		},
	}
}
