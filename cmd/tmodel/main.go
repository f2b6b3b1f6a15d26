// Command tmodel finds the threats to an AI system in a description of its design.
package main

import (
	"context"
	"os"

	"tmodel/internal/cli"
)

func main() {
	os.Exit(cli.Run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
