package cli

import "errors"

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

// exitCode reads the code of an error. One without a code comes from cobra: usage.
func exitCode(err error) int {
	var f *failure
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &f):
		return f.code
	}
	return exitUsage
}
