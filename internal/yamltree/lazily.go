package yamltree

import (
	"regexp"
	"sync"
)

// lazily is a pattern that is compiled when it is asked for first: most runs meet no slip, and should not wait for the
// words about one.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
