package bench

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// patience is how long one process may take before the measurement is given up.
const patience = 2 * time.Minute

// program is a command that is measured.
type program struct {
	name string
	args []string
	env  []string // beyond those of the test
	dir  string
}

// usage is what a process took: processor time, user and system, and its greatest resident memory.
type usage struct {
	cpu time.Duration
	rss int64 // bytes; 0 where the system does not tell
}

// best keeps the least of both, as noise only adds.
func (u usage) best(v usage) usage {
	if u.cpu == 0 {
		return v
	}
	return usage{cpu: min(u.cpu, v.cpu), rss: min(u.rss, v.rss)}
}

// command prepares a run. Settings of the user's environment do not reach the program.
func (p program) command(ctx context.Context) *exec.Cmd {
	cmd := exec.CommandContext(ctx, p.name, p.args...)
	cmd.Dir = p.dir
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "TMODEL_") && !strings.HasPrefix(v, roleVar) {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, p.env...)
	return cmd
}

// run runs a program once with its output thrown away. A failed gate (1) is a result, any other failure an error.
func (p program) run(ctx context.Context) (usage, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	cmd := p.command(ctx)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	if err := accept(cmd.Run(), cmd, &complaint); err != nil {
		return usage{}, err
	}
	s := cmd.ProcessState
	return usage{cpu: s.UserTime() + s.SystemTime(), rss: maxRSS(s)}, nil
}

// accept turns the end of a process into an error, unless it ended with 0 or 1.
func accept(err error, cmd *exec.Cmd, complaint *bytes.Buffer) error {
	var exit *exec.ExitError
	if err == nil || errors.As(err, &exit) && exit.ExitCode() == 1 {
		return nil
	}
	said := complaint.String()
	if len(said) > 2000 {
		said = said[:2000] + " ..."
	}
	return fmt.Errorf("run %s: %w\n%s", strings.Join(cmd.Args, " "), err, said)
}

// compare runs programs in turn, so that a slow minute of the machine meets them all, and returns the best of each.
func compare(ctx context.Context, times int, programs ...program) ([]usage, error) {
	all := make([]usage, len(programs))
	for range times {
		for i, p := range programs {
			u, err := p.run(ctx)
			if err != nil {
				return nil, err
			}
			all[i] = all[i].best(u)
		}
	}
	return all, nil
}
