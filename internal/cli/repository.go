package cli

import (
	"os"
	"path/filepath"
	"strings"
)

// repositoryPath gives the name of a file in its repository, with slashes: GitHub shows results at such names. The
// repository is where GITHUB_WORKSPACE says, if that is around the working folder, else the working folder is it. A file
// outside has its absolute path.
func repositoryPath() func(name string) string {
	here, err := os.Getwd()
	if err != nil {
		return nil
	}
	root := here
	if w := os.Getenv("GITHUB_WORKSPACE"); filepath.IsAbs(w) {
		if _, inside := within(w, here); inside {
			root = w
		}
	}
	return func(name string) string {
		if name == stdinName {
			return name
		}
		path := filepath.FromSlash(name)
		if !filepath.IsAbs(path) {
			path = filepath.Join(here, path)
		}
		if rel, inside := within(root, path); inside {
			return filepath.ToSlash(rel)
		}
		if path = filepath.ToSlash(path); !strings.HasPrefix(path, "/") {
			path = "/" + path // C:/...
		}
		return path
	}
}

// within is the way from a folder to something in it, or false.
func within(dir, path string) (string, bool) {
	rel, err := filepath.Rel(dir, path)
	return rel, err == nil && filepath.IsLocal(rel)
}
