package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"tmodel/internal/diag"
	"tmodel/schemas"
)

// publishedSchemas are the schemas that the program brings, the usual one first.
var publishedSchemas = []struct {
	name, of string
	text     []byte
}{
	{"system", "a system description", schemas.System},
	{"report", "register.json", schemas.Report},
	{"diagnostics", "what validate -f json prints", schemas.Diagnostics},
	{"rules", "a file of rules", schemas.Rules},
	{"controls", "a file of controls", schemas.Controls},
	{"vocabulary", "the vocabulary", schemas.Vocabulary},
	{"atlas", "content of MITRE ATLAS in a catalogue", schemas.Atlas},
	{"atlas-aliases", "what became of ids that ATLAS retired", schemas.AtlasAliases},
	{"framework", "a framework in a catalogue", schemas.Framework},
	{"unseen", "why nothing cites some items of frameworks", schemas.Unseen},
	{"atlas-pins", "names and tactics of ids as they were cited", schemas.AtlasPins},
}

func schemaNames() []string {
	names := make([]string, len(publishedSchemas))
	for i := range publishedSchemas {
		names[i] = publishedSchemas[i].name
	}
	return names
}

func (a *app) schema() *cobra.Command {
	var what strings.Builder
	for _, s := range publishedSchemas {
		what.WriteString("  " + s.name + strings.Repeat(" ", 14-len(s.name)) + s.of + "\n")
	}
	return &cobra.Command{
		Use:   "schema [NAME]",
		Short: "Print a JSON Schema, for editors and other programs",
		Long:  "Prints the JSON Schema (draft 7) of\n\n" + what.String() + "\nWithout a name it is that of a system description.",
		Example: `  tmodel schema > system.schema.json
  tmodel schema report`,
		DisableFlagsInUseLine: true,
		ValidArgs:             schemaNames(),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("name one schema: %s", strings.Join(schemaNames(), ", "))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return a.printSchema(append(args, publishedSchemas[0].name)[0])
		},
	}
}

func (a *app) printSchema(name string) error {
	for _, s := range publishedSchemas {
		if s.name == name {
			_, err := a.stdout.Write(s.text)
			return wrote(err)
		}
	}
	return usage("there is no schema %s; %s", diag.Quote(name), diag.DidYouMean(name, schemaNames()))
}
