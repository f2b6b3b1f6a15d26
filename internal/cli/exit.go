package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"tmodel/internal/diag"
)

// The exit codes. Of several inputs the worst counts.
const (
	exitDone     = 0 // done, and the gate passed
	exitGate     = 1 // the gate failed
	exitUsage    = 2 // usage, configuration or catalogue wrong
	exitSystem   = 3 // the system does not compile
	exitInternal = 4 // internal or I/O
)

// failure carries an exit code through cobra. An empty text prints nothing: what is wrong was said already.
type failure struct {
	code int
	err  error
}

func (f *failure) Error() string {
	if f.err == nil {
		return ""
	}
	return f.err.Error()
}

func (f *failure) Unwrap() error { return f.err }

func fail(code int, err error) error { return &failure{code, err} }

// usage is a mistake on the command line.
func usage(format string, args ...any) error { return fail(exitUsage, fmt.Errorf(format, args...)) }

// each calls yield for every one of the errors that were joined.
func each(err error, yield func(error)) {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			each(e, yield)
		}
	} else if err != nil {
		yield(err)
	}
}

// exitCode reads the code of an error, the worst of several. One without a code comes from cobra: usage.
func exitCode(err error) int {
	code := exitDone
	each(err, func(e error) {
		var f *failure
		if errors.As(e, &f) {
			code = max(code, f.code)
		} else {
			code = max(code, exitUsage)
		}
	})
	return code
}

// complain says what went wrong, a line for each error.
func complain(w io.Writer, err error) {
	each(err, func(e error) {
		if text := strings.TrimSpace(e.Error()); text != "" {
			fmt.Fprintf(w, "tmodel: %s\n", diag.Printable(text))
		}
	})
}
