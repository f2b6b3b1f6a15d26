package jsonout

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"tmodel/internal/golden"
	"tmodel/internal/report"
	"tmodel/internal/report/sample"
)

func write(t *testing.T, reports ...*report.Report) string {
	t.Helper()
	var b bytes.Buffer
	err := WriteAll(&b, reports)
	if len(reports) == 1 {
		b.Reset()
		err = Write(&b, reports[0])
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	golden.Check(t, "testdata/sample.json", write(t, sample.Report()))
	golden.Check(t, "testdata/empty.json", write(t, sample.Empty()))
	golden.Check(t, "testdata/several.json", write(t, sample.Empty(), sample.Empty()))
}

// TestThreatALine: a threat is a line of its own that is JSON but for the comma, so that line tools can read it.
func TestThreatALine(t *testing.T) {
	lines := strings.Split(write(t, sample.Report()), "\n")
	n := 0
	for _, l := range lines {
		if !strings.HasPrefix(l, `{"id":"TT-`) || !strings.Contains(l, `"rank"`) {
			continue
		}
		n++
		var x threat
		if err := json.Unmarshal([]byte(strings.TrimRight(l, ",]")), &x); err != nil {
			t.Errorf("%v: %s", err, l)
		}
		if x.Rank != n {
			t.Errorf("threat %d stands on place %d", x.Rank, n)
		}
	}
	if n != 3 {
		t.Errorf("%d lines of threats, want 3", n)
	}
}

// decode reads JSON into maps and lists.
func decode(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("%v:\n%s", err, text)
	}
	return v
}

// nulls finds the keys whose value is null.
func nulls(path string, v any) []string {
	var out []string
	switch v := v.(type) {
	case nil:
		return []string{path}
	case map[string]any:
		for k, x := range v {
			out = append(out, nulls(path+"/"+k, x)...)
		}
	case []any:
		for _, x := range v {
			out = append(out, nulls(path+"/", x)...)
		}
	}
	return out
}

func TestNoNullLists(t *testing.T) {
	bare := sample.Report() // everything that can be left out is
	for i := range bare.Register.Threats {
		x := &bare.Register.Threats[i]
		x.Elements, x.Stride, x.Atlas, x.Evidence, x.Path, x.Treatments = nil, nil, nil, nil, nil, nil
	}
	bare.Rules[0].Rule.Stride, bare.Questions[0].Threats, bare.Questions[0].Values = nil, nil, nil
	for _, r := range []*report.Report{sample.Report(), sample.Empty(), bare} {
		for _, path := range nulls("", decode(t, write(t, r))) {
			if path != "/policy/config" && path != "/policy/decisions" {
				t.Errorf("%s is null", path)
			}
		}
	}
}

// TestHostileNames: names come back as they were, and the text is UTF-8 whatever was in them.
func TestHostileNames(t *testing.T) {
	for _, word := range sample.Hostile {
		text := write(t, sample.Nasty(word))
		if !utf8.ValidString(text) {
			t.Errorf("%q makes invalid UTF-8", word)
		}
		threats := decode(t, text).(map[string]any)["threats"].([]any)
		if got, want := threats[0].(map[string]any)["title"], strings.ToValidUTF8(word, "\ufffd"); got != want {
			t.Errorf("%q came back as %q", word, got)
		}
	}
}

func TestFingerprint(t *testing.T) {
	r := sample.Report()
	before := fingerprint(&r.Register.Threats[0])
	r.Register.Threats[0].Title, r.Register.Threats[0].Rank = "other words", 7
	if fingerprint(&r.Register.Threats[0]) != before || before == fingerprint(&r.Register.Threats[1]) {
		t.Error("the fingerprint is not that of the id")
	}
}

type broken struct{ after int }

func (b *broken) Write(p []byte) (int, error) {
	if b.after -= len(p); b.after < 0 {
		return 0, errors.New("no room")
	}
	return len(p), nil
}

func TestWriteError(t *testing.T) {
	large := sample.Report()
	for range 12 {
		large.Register.Threats = append(large.Register.Threats, large.Register.Threats...)
	}
	for _, room := range []int{0, 100_000} {
		if Write(&broken{room}, large) == nil {
			t.Errorf("an error after %d bytes got lost", room)
		}
	}
}
