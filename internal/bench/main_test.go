package bench

import (
	"fmt"
	"os"
	"strconv"
	"testing"

	"gopkg.in/yaml.v3"

	"tmodel/internal/synthetic"
)

// roleVar makes the test program play another role when it is started again: to parse a file, to write a system, or
// to stand in for tmodel. A process that has done such work itself would hand its size on: on Linux the greatest
// memory of a child starts with that of its parent.
const roleVar = "BENCH_ROLE"

// seed selects the systems that are measured.
const seed = 1

func TestMain(m *testing.M) {
	role := os.Getenv(roleVar)
	if role == "" {
		os.Exit(m.Run())
	}
	if err := play(role, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(4)
	}
}

// play runs one of the roles.
func play(role string, args []string) error {
	switch role {
	case "parse":
		return parseYAML(args[0])
	case "generate":
		size, err := strconv.Atoi(args[0])
		if err != nil {
			return err
		}
		return os.WriteFile(args[1], synthetic.System(synthetic.Options{Components: size, Seed: seed}), 0o644)
	case "stand-in":
		return standIn(args)
	}
	return fmt.Errorf("unknown role %q", role)
}

// parseYAML is what everything is compared with: read a file and parse it into nodes.
func parseYAML(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var n yaml.Node
	return yaml.Unmarshal(text, &n)
}
