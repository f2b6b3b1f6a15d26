package render

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"time"
)

// job is one drawing to be made; run may be called more than once.
type job struct {
	program   string
	dot       []byte
	format    Format
	maxOutput int64
}

// lingering is how long run waits for the pipes of a renderer that has ended or was killed.
const lingering = 2 * time.Second

// keptStderr is how many bytes of the renderer's stderr are read for the message; a panic says what it is first.
const keptStderr = 4 << 10

// run starts the renderer with its temporary files in dir and returns its stdout. The error is a *crashError when the
// renderer died before it wrote anything.
func (j job) run(ctx context.Context, dir string) ([]byte, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	stdout := &bounded{max: j.maxOutput, full: func() { stop(tooLarge{j.maxOutput}) }}
	stderr := &head{max: keptStderr}
	cmd := exec.CommandContext(ctx, j.program, "-T", string(j.format))
	cmd.Env = []string{"TMPDIR=" + dir, "TMP=" + dir, "TEMP=" + dir}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(j.dot), stdout, stderr
	cmd.WaitDelay = lingering
	err := cmd.Run()
	if cause := context.Cause(ctx); cause != nil {
		return nil, cause
	}
	if err != nil {
		return nil, verdict(err, stdout.buf.Len(), stderr.String())
	}
	if stdout.buf.Len() == 0 {
		return nil, errors.New("tmodel-render wrote nothing; install the version that tmodel has")
	}
	return stdout.buf.Bytes(), nil
}

// verdict says what a run that ended badly means, by its exit code and by what it wrote.
func verdict(err error, written int, stderr string) error {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return fmt.Errorf("run tmodel-render: %w", err)
	}
	said := firstLine(stderr)
	switch code := exit.ExitCode(); {
	case !answered(code) && written == 0:
		return &crashError{how: exit.String(), said: said}
	case code == ExitUsage:
		return fmt.Errorf("tmodel-render does not know what it was asked (%s); install the version that tmodel has", said)
	case said == "":
		return fmt.Errorf("tmodel-render ended without a word (%s)", exit)
	default:
		return fmt.Errorf("tmodel-render: %s", said)
	}
}

// crashError is an end that tmodel-render did not choose: a panic, a signal.
type crashError struct{ how, said string }

func (e *crashError) Error() string {
	if e.said == "" {
		return e.how
	}
	return e.how + ": " + e.said
}

// tooSlow and tooLarge end a run from our side.
type tooSlow struct{ limit time.Duration }

func (e tooSlow) Error() string {
	return fmt.Sprintf("tmodel-render was stopped after %s; draw a smaller view", e.limit)
}

func (tooSlow) Is(target error) bool { return target == context.DeadlineExceeded }

type tooLarge struct{ limit int64 }

func (e tooLarge) Error() string {
	return fmt.Sprintf("the drawing is larger than %d bytes; draw a smaller view", e.limit)
}
