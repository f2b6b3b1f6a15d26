package cli

import (
	"io"
	"os"

	"tmodel/internal/diag"
	"tmodel/internal/emit/diagjson"
	"tmodel/internal/emit/diagtext"
	"tmodel/internal/emit/github"
	"tmodel/internal/emit/sarif"
)

var diagnosticFormats = []string{"text", "json", "sarif", "github"}

// write writes what was said about all files in one format.
func (v *validation) write(o output) error {
	if o.format == "github" {
		v.summarize()
	}
	return v.to(o.file, func(w io.Writer) error {
		switch o.format {
		case "json":
			return diagjson.Write(w, v.results())
		case "sarif":
			return sarif.Write(w, v.limited(), sarif.Options{Version: Version, Codes: v.catalog.Codes, Path: repositoryPath()})
		case "github":
			return github.Write(w, v.all(), v.github())
		}
		return v.text(w)
	})
}

// text writes, file by file, what is wrong, or that nothing is.
func (v *validation) text(w io.Writer) error {
	for _, c := range v.inputs {
		if err := diagtext.Write(w, c.list, v.colored(w)); err != nil {
			return err
		}
		if _, err := io.WriteString(w, c.is); err != nil {
			return err
		}
	}
	return nil
}

func (v *validation) results() []diagjson.File {
	out := make([]diagjson.File, len(v.inputs))
	for i, c := range v.inputs {
		out[i] = diagjson.File{Name: c.name, Valid: c.valid, Diagnostics: c.list}
	}
	return out
}

// all is what was said about all files, in their order.
func (v *validation) all() []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, c := range v.inputs {
		out = append(out, c.list...)
	}
	return out
}

// limited is all of it, with a notice when that is more than SARIF takes.
func (v *validation) limited() []diag.Diagnostic {
	list := v.all()
	if len(list) > sarif.Limit {
		v.notice("code scanning takes %d results of a run, and there are %d; errors go first", sarif.Limit, len(list))
	}
	return list
}

func (v *validation) github() github.Options {
	return github.Options{Command: v.command, Codes: v.catalog.Codes, Path: repositoryPath()}
}

// summarize adds a table to the summary of the workflow's step, if there is one. A summary that can't be written is no
// reason to fail a check.
func (v *validation) summarize() {
	name := os.Getenv("GITHUB_STEP_SUMMARY")
	if name == "" {
		return
	}
	invalid := 0
	for _, c := range v.inputs {
		if !c.valid {
			invalid++
		}
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err == nil {
		err = github.Summary(f, v.all(), len(v.inputs), invalid, v.github())
		if closed := f.Close(); err == nil {
			err = closed
		}
	}
	if err != nil {
		v.notice("no summary: %v", unwrapPath(err))
	}
}
