// Package examples holds systems that run: `tmodel init` writes the first of them, and copies the others.
package examples

import "embed"

// Files are the YAML files of this folder.
//
//go:embed *.yaml
var Files embed.FS
