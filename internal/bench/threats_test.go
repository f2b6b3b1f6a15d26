package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// countThreats returns the number of threats in a register, read as a stream: a large one is never held as a whole.
func countThreats(r io.Reader) (int, error) {
	d := json.NewDecoder(r)
	if t, err := d.Token(); err != nil {
		return 0, fmt.Errorf("read register: %w", err)
	} else if t != json.Delim('{') {
		return 0, fmt.Errorf("read register: starts with %v", t)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return 0, fmt.Errorf("read register: %w", err)
		}
		if key == "threats" {
			return countItems(d)
		}
		if err := skip(d); err != nil {
			return 0, fmt.Errorf("read register: %w", err)
		}
	}
	return 0, errors.New("read register: no threats")
}

// countItems returns the length of the list that comes next.
func countItems(d *json.Decoder) (int, error) {
	if _, err := d.Token(); err != nil {
		return 0, fmt.Errorf("read threats: %w", err)
	}
	n := 0
	for ; d.More(); n++ {
		if err := skip(d); err != nil {
			return n, fmt.Errorf("read threat %d: %w", n+1, err)
		}
	}
	_, err := d.Token()
	return n, err
}

// skip reads one value and forgets it.
func skip(d *json.Decoder) error {
	var v json.RawMessage
	return d.Decode(&v)
}

// threats runs a program that prints a register and counts the threats in it.
func (p program) threats(ctx context.Context) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	cmd := p.command(ctx)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 0, err
	}
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	n, counting := countThreats(out)
	if _, err := io.Copy(io.Discard, out); err != nil && counting == nil {
		counting = err
	}
	if err := accept(cmd.Wait(), cmd, &complaint); err != nil {
		return 0, err
	}
	return n, counting
}
