package main

import (
	"fmt"
	"runtime/debug"
)

const graphvizModule = "github.com/goccy/go-graphviz"

// versionLine names the program's version and that of go-graphviz, as the build recorded them.
func versionLine() string {
	own, lib := "(devel)", "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		if info.Main.Version != "" {
			own = info.Main.Version
		}
		for _, dep := range info.Deps {
			if dep.Path == graphvizModule {
				lib = dep.Version
			}
		}
	}
	return fmt.Sprintf("tmodel-render %s (go-graphviz %s)", own, lib)
}
