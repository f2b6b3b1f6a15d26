package bench

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
)

// example is the system of the examples that is measured.
const example = "../../examples/image-classifier.yaml"

// suite measures one tmodel in a folder of its own.
type suite struct {
	tmodel program // without arguments
	self   string  // this test program, which plays the other roles
	dir    string
}

// newSuite prepares measurements of a program in an empty folder.
func newSuite(tmodel program, dir string) (*suite, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	tmodel.dir = dir
	return &suite{tmodel: tmodel, self: self, dir: dir}, nil
}

// with returns the measured program with arguments.
func (s *suite) with(args ...string) program {
	p := s.tmodel
	p.args = args
	return p
}

// role returns this test program in another role.
func (s *suite) role(name string, args ...string) program {
	return program{name: s.self, args: args, env: []string{roleVar + "=" + name}, dir: s.dir}
}

// version measures a run that does nothing.
func (s *suite) version(ctx context.Context, times int) (usage, error) {
	u, err := compare(ctx, times, s.with("version"))
	if err != nil {
		return usage{}, err
	}
	return u[0], nil
}

// measure measures one size.
func (s *suite) measure(ctx context.Context, z size) (result, error) {
	path, err := s.input(ctx, z)
	if err != nil {
		return result{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return result{}, err
	}
	analyze := s.with("analyze", "-f", "json", path)
	all, err := compare(ctx, z.times, s.role("parse", path), s.with("validate", path), analyze)
	if err != nil {
		return result{}, err
	}
	r := result{size: z, bytes: info.Size(), parse: all[0], validate: all[1], analyze: all[2]}
	r.threats, err = analyze.threats(ctx)
	return r, err
}

// input returns the path of the system to measure, which another process writes if it is a generated one.
func (s *suite) input(ctx context.Context, z size) (string, error) {
	if z.exampleFile {
		return filepath.Abs(example)
	}
	path := filepath.Join(s.dir, fmt.Sprintf("system-%d.yaml", z.components))
	_, err := s.role("generate", strconv.Itoa(z.components), path).run(ctx)
	return path, err
}
