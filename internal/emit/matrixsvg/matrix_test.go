package matrixsvg

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"tmodel/internal/catalog"
	"tmodel/internal/golden"
	"tmodel/internal/graph"
	"tmodel/internal/model"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/vocab"
)

// made is a report of a system of that name with threats from ratings {inherent L, I, residual L, I}, ranked in order.
func made(name string, ratings ...[4]float64) *report.Report {
	r := &report.Report{Graph: &graph.Graph{}, Register: &register.Register{}, Catalog: &catalog.Catalog{}}
	r.Graph.System.Common = model.Common{ID: model.Text{Value: "shop"}, Name: model.Text{Value: name}}
	risk := &r.Catalog.Risk
	risk.Likelihoods = [5]string{"rare", "unlikely", "possible", "likely", "almost certain"}
	risk.Impacts = [5]string{"negligible", "minor", "moderate", "major", "severe"}
	for l := range risk.Matrix {
		for i := range risk.Matrix[l] {
			risk.Matrix[l][i] = max(vocab.Low, vocab.Level((l+i+1)/2))
		}
	}
	for i, v := range ratings {
		r.Register.Threats = append(r.Register.Threats, register.Threat{Rank: i + 1,
			Inherent: register.Rating{Likelihood: v[0], Impact: v[1]}, Residual: register.Rating{Likelihood: v[2], Impact: v[3]}})
	}
	return r
}

func written(t testing.TB, r *report.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func several() *report.Report {
	ratings := [][4]float64{{5, 5, 5, 5}, {4, 4, 2.49, 4}, {4, 4, 3.5, 4}, {3, 3, 3, 1.5}, {1, 1, 1, 1}}
	for range 30 {
		ratings = append(ratings, [4]float64{2, 3, 2, 3})
	}
	return made(`Shop "R&D" <b>`, ratings...)
}

func TestGolden(t *testing.T) {
	for name, r := range map[string]*report.Report{"several": several(), "none": made("")} {
		t.Run(name, func(t *testing.T) {
			golden.Check(t, "testdata/"+name+".svg", written(t, r))
		})
	}
}

// texts reads the document and returns what its elements of that name say.
func texts(t testing.TB, svg, name string) []string {
	t.Helper()
	var out []string
	inside := false
	for dec := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("not XML: %v\n%s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if inside = token.Name.Local == name; inside {
				out = append(out, "")
			}
			if token.Name.Local == "script" {
				t.Fatal("there is a script")
			}
		case xml.CharData:
			if inside {
				out[len(out)-1] += string(token)
			}
		case xml.EndElement:
			inside = false
		}
	}
}

func TestCellsCountThreats(t *testing.T) {
	titles := strings.Join(texts(t, written(t, several()), "title"), "\n")
	for _, want := range []string{
		`Risk matrix of Shop "R&D" <b>`,
		"likelihood 5 (almost certain), impact 5 (severe), critical: 1 threat",
		"likelihood 4 (likely), impact 4 (major), high: 1 threat, 2 without controls",
		"likelihood 2 (unlikely), impact 4 (major), medium: 1 threat, 0 without controls",
		"likelihood 2 (unlikely), impact 3 (moderate), medium: 30 threats\n",
		"likelihood 3 (possible), impact 2 (minor), medium: 1 threat, 0 without controls",
	} {
		if !strings.Contains(titles, want) {
			t.Errorf("there is no %q in\n%s", want, titles)
		}
	}
}

func TestRanks(t *testing.T) {
	tests := []struct {
		list []int
		want string
	}{
		{[]int{7}, "#7"},
		{[]int{1, 2, 3}, "#1 #2 #3"},
		{[]int{1, 2, 3, 4, 5, 6, 7, 8}, "#1 #2 #3 #4 #5 #6 +2"},
		{[]int{1000, 1001, 1002, 1003}, "#1000 #1001 #1002 +1"},
	}
	for _, test := range tests {
		if got := ranks(test.list); got != test.want || len(got) > ranksWidth {
			t.Errorf("ranks(%v) = %q, want %q", test.list, got, test.want)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "</text><script>", `" onload="x`, "]]>", "&amp;", "\x00\xff\ufffe", "\u202e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := several()
		r.Graph.System.Name.Value = s
		r.Catalog.Risk.Likelihoods[0], r.Catalog.Risk.Impacts[4] = s, s
		texts(t, written(t, r), "title")
	})
}

func TestWriteReturnsTheError(t *testing.T) {
	want := errors.New("disk full")
	if err := Write(broken{want}, several()); !errors.Is(err, want) {
		t.Errorf("Write = %v", err)
	}
}

type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }
