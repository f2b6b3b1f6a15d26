package navigator

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tmodel/catalogs"
	"tmodel/internal/compile"
	"tmodel/internal/golden"
	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/report/sample"
	"tmodel/internal/source"
	"tmodel/internal/vocab"
)

// published is the layer format 4.5 of the ATT&CK Navigator, all of its keys. What stands behind a pointer is optional.
type published struct {
	Name     string `json:"name"`
	Versions struct {
		Attack    *string `json:"attack"`
		Navigator string  `json:"navigator"`
		Layer     string  `json:"layer"`
	} `json:"versions"`
	Domain      string  `json:"domain"`
	Description *string `json:"description"`
	CustomData  *string `json:"customDataURL"`
	Filters     *struct {
		Platforms []string `json:"platforms"`
	} `json:"filters"`
	Sorting *int `json:"sorting"`
	Layout  *struct {
		Layout    string `json:"layout"`
		ShowID    bool   `json:"showID"`
		ShowName  bool   `json:"showName"`
		ShowTotal bool   `json:"showAggregateScores"`
		Unscored  bool   `json:"countUnscored"`
		Aggregate string `json:"aggregateFunction"`
		Expanded  string `json:"expandedSubtechniques"`
	} `json:"layout"`
	HideDisabled *bool `json:"hideDisabled"`
	Techniques   []struct {
		ID                string              `json:"techniqueID"`
		Tactic            *string             `json:"tactic"`
		Comment           *string             `json:"comment"`
		ShowSubtechniques *bool               `json:"showSubtechniques"`
		Score             *float64            `json:"score"`
		Color             *string             `json:"color"`
		Enabled           *bool               `json:"enabled"`
		Metadata          []map[string]string `json:"metadata"`
		Links             []map[string]string `json:"links"`
	} `json:"techniques"`
	Gradient *struct {
		Colors []string `json:"colors"`
		Min    float64  `json:"minValue"`
		Max    float64  `json:"maxValue"`
	} `json:"gradient"`
	Legend []struct {
		Label string `json:"label"`
		Color string `json:"color"`
	} `json:"legendItems"`
	ShowTacticRow *bool               `json:"showTacticRowBackground"`
	TacticRow     *string             `json:"tacticRowBackground"`
	Across        *bool               `json:"selectTechniquesAcrossTactics"`
	WithParent    *bool               `json:"selectSubtechniquesWithParent"`
	Visible       *bool               `json:"selectVisibleTechniques"`
	Metadata      []map[string]string `json:"metadata"`
	Links         []map[string]string `json:"links"`
}

func write(t *testing.T, r *report.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var (
	colour      = regexp.MustCompile(`^#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})$`)
	techniqueID = regexp.MustCompile(`^AML\.T[0-9]{4}(\.[0-9]{3})?$`)
)

// read holds a layer to the format.
func read(t *testing.T, text string) published {
	t.Helper()
	var l published
	dec := json.NewDecoder(strings.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&l); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if l.Name == "" || l.Domain != "atlas-atlas" || l.Versions.Layer != "4.5" || !strings.HasPrefix(l.Versions.Navigator, "4.") || l.Versions.Attack != nil || *l.Sorting != 3 {
		t.Errorf("%+v", l)
	}
	if !slices.Contains([]string{"side", "flat", "mini"}, l.Layout.Layout) || !slices.Contains([]string{"average", "min", "max", "sum"}, l.Layout.Aggregate) || !slices.Contains([]string{"none", "annotated", "all"}, l.Layout.Expanded) {
		t.Errorf("%+v", l.Layout)
	}
	if l.Techniques == nil || l.Gradient.Min >= l.Gradient.Max || len(l.Gradient.Colors) < 2 || slices.ContainsFunc(l.Gradient.Colors, func(c string) bool { return !colour.MatchString(c) }) {
		t.Errorf("%+v", l.Gradient)
	}
	legend := map[string]bool{}
	for _, i := range l.Legend {
		if legend[i.Color] = true; i.Label == "" || !colour.MatchString(i.Color) {
			t.Errorf("%+v", i)
		}
	}
	pairs := slices.Clone(l.Metadata)
	seen := map[string]bool{}
	for _, e := range l.Techniques {
		if seen[e.ID] || !techniqueID.MatchString(e.ID) || *e.Score < l.Gradient.Min || *e.Score > l.Gradient.Max || !legend[*e.Color] || *e.Comment == "" || !*e.Enabled {
			t.Errorf("%+v", e)
		}
		seen[e.ID] = true
		pairs = append(pairs, e.Metadata...)
	}
	for _, m := range pairs {
		if len(m) != 2 || m["name"] == "" || m["value"] == "" {
			t.Errorf("no metadata: %v", m)
		}
	}
	return l
}

func TestGolden(t *testing.T) {
	for name, r := range map[string]*report.Report{"sample": sample.Report(), "empty": sample.Empty()} {
		text := write(t, r)
		golden.Check(t, "testdata/"+name+".json", text)
		read(t, text)
	}
}

// Each technique of the register has one entry, with the score and the colour of the worst of its threats.
func TestRealSystem(t *testing.T) {
	data, err := os.ReadFile("../../../examples/image-classifier.yaml")
	if err != nil {
		t.Fatal(err)
	}
	c := catalogs.Shipped()
	r, bag, err := compile.Compile(source.New("x.yaml", data), compile.Options{Catalog: c, Version: "1.2.3"})
	if err != nil || r == nil {
		t.Fatal(err, bag.Sorted())
	}
	l := read(t, write(t, r))
	want := map[string]*register.Threat{}
	for i := range r.Register.Threats {
		for _, id := range r.Register.Threats[i].Atlas {
			if want[id] == nil { // the register is sorted, worst first
				want[id] = &r.Register.Threats[i]
			}
		}
	}
	for _, e := range l.Techniques {
		w := want[e.ID]
		if w == nil || *e.Score != w.Residual.Score || *e.Color != colours[w.Residual.Level] || !strings.HasPrefix(*e.Comment, w.ID) || c.Atlas.Technique(e.ID) == nil {
			t.Errorf("%s: %+v, worst is %+v", e.ID, e, w)
		}
	}
	if len(want) < 10 || len(l.Techniques) != len(want) {
		t.Errorf("%d entries, %d techniques", len(l.Techniques), len(want))
	}
	meta := fmt.Sprint(l.Metadata)
	if !strings.Contains(meta, "tmodel 1.2.3") || !strings.Contains(meta, c.Atlas.Version) {
		t.Error(meta)
	}
}

// The worst threat may stand anywhere; a parent shows its sub-techniques; a long list ends somewhere.
func TestEntries(t *testing.T) {
	r := sample.Report()
	first := r.Register.Threats[0]
	r.Register.Threats = nil
	for i := range most + 2 {
		threat := first
		threat.ID, threat.Atlas = fmt.Sprintf("TT-01@e%d", i), []string{"AML.T0015", "AML.T0015.001"}
		threat.Residual = register.Rating{Score: float64(i), Level: vocab.Low}
		if i == 3 {
			threat.Residual = register.Rating{Score: 2.5, Level: vocab.High}
			threat.Atlas = []string{"AML.T0015", "AML.T0150"}
		}
		r.Register.Threats = append(r.Register.Threats, threat)
	}
	l := read(t, write(t, r))
	if len(l.Techniques) != 3 {
		t.Fatalf("%+v", l.Techniques)
	}
	parent, sub, other := l.Techniques[0], l.Techniques[1], l.Techniques[2]
	if *parent.Score != 2.5 || *parent.Color != colours[vocab.High] || !strings.HasSuffix(*parent.Comment, "TT-01@e39 and 2 more") || !*parent.ShowSubtechniques {
		t.Errorf("%+v %s", parent, *parent.Comment)
	}
	if *sub.Score != most+1 || *sub.ShowSubtechniques || *other.ShowSubtechniques || *other.Comment != "TT-01@e3" {
		t.Errorf("%+v %+v", sub, other)
	}
}

func TestHostileNames(t *testing.T) {
	for _, word := range sample.Hostile {
		text := write(t, sample.Nasty(word))
		if read(t, text); strings.ContainsAny(text, "\x1b\a\u202e") {
			t.Errorf("%q:\n%s", word, text)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestWriteErrors(t *testing.T) {
	if Write(full{}, sample.Report()) == nil {
		t.Error("no error")
	}
}
