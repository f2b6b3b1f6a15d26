package cli

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"tmodel/internal/diag"
)

// notice says something on standard error that is not asked for.
func (a *app) notice(format string, args ...any) {
	if !a.quiet {
		fmt.Fprintf(a.stderr, "tmodel: %s\n", diag.Printable(fmt.Sprintf(format, args...)))
	}
}

// patience is how long work may take before the user is told what is going on.
const patience = time.Second

// progress says what is being done if it takes a while. The function that it returns ends that; nothing else may write
// to standard error in between.
func (a *app) progress(format string, args ...any) (stop func()) {
	done, idle := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(idle)
		timer := time.NewTimer(patience)
		defer timer.Stop()
		select {
		case <-timer.C:
			a.notice(format, args...)
		case <-done:
		}
	}()
	return func() {
		close(done)
		<-idle
	}
}

// surviveClosedPipes makes a reader that has gone away (tmodel ... | head) an error of the write, not the end of the
// program: the reports are written and the gate is judged all the same.
func surviveClosedPipes() { signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) }

// wrote turns an error of writing into the exit code for I/O. A reader who has seen enough is no error.
func wrote(err error) error {
	var f *failure
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return nil
	case errors.As(err, &f):
		return err
	}
	return fail(exitInternal, err)
}
