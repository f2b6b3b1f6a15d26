package jsonout

import (
	"crypto/sha256"
	"encoding/hex"
	"math"

	"tmodel/internal/register"
	"tmodel/internal/report"
	"tmodel/internal/source"
)

type threat struct {
	ID          string      `json:"id"`
	Rule        string      `json:"rule"`
	Title       string      `json:"title"`
	Rank        int         `json:"rank"`
	Elements    []string    `json:"elements"`
	Stride      []string    `json:"stride"`
	Atlas       []string    `json:"atlas"`
	Inherent    rating      `json:"inherent"`
	Residual    rating      `json:"residual"`
	Terms       terms       `json:"terms"`
	Confidence  string      `json:"confidence"`
	Status      string      `json:"status"`
	Description string      `json:"description"`
	Evidence    []evidence  `json:"evidence"`
	Covers      []string    `json:"covers,omitempty"`
	Path        []string    `json:"path"`
	Treatments  []treatment `json:"treatments"`
	Location    location    `json:"location"`
	Fingerprint string      `json:"fingerprint"`
}

type rating struct {
	Likelihood float64 `json:"likelihood"`
	Impact     float64 `json:"impact"`
	Score      float64 `json:"score"`
	Level      string  `json:"level"`
}

type terms struct {
	Base        int     `json:"base"`
	Who         string  `json:"who,omitempty"`
	Adjustment  int     `json:"adjustment"`
	Attenuation int     `json:"attenuation"`
	Stake       string  `json:"stake,omitempty"`
	Property    string  `json:"property"`
	Sensitivity string  `json:"sensitivity"`
	Assumed     bool    `json:"assumed"`
	Criticality string  `json:"criticality"`
	Penalty     float64 `json:"penalty"`
}

type evidence struct {
	Element string `json:"element"`
	Clause  string `json:"clause"`
	File    string `json:"file"`
	Line    int32  `json:"line"`
	Column  int32  `json:"column"`
	Missing string `json:"missing,omitempty"`
}

type treatment struct {
	Control string   `json:"control"`
	State   string   `json:"state"`
	Effect  float64  `json:"effect"`
	Reduces string   `json:"reduces"`
	On      []string `json:"on"`
}

type location struct {
	File      string `json:"file"`
	Line      int32  `json:"line"`
	Column    int32  `json:"column"`
	EndLine   int32  `json:"endLine"`
	EndColumn int32  `json:"endColumn"`
}

// fill sets all of it anew.
func (out *threat) fill(t *register.Threat, rule *report.Rule) {
	told, treated := out.Evidence[:0], out.Treatments[:0]
	*out = threat{ID: t.ID, Rule: t.Rule, Title: t.Title, Rank: t.Rank, Elements: filled(t.Elements), Stride: filled(t.Stride), Atlas: filled(t.Atlas),
		Inherent: ratingOf(t.Inherent), Residual: ratingOf(t.Residual), Terms: termsOf(&t.Terms), Confidence: t.Confidence.String(),
		Status: string(t.Status), Covers: t.Covers, Path: filled(t.Path), Location: locationOf(t.Location), Fingerprint: fingerprint(t)}
	out.Description = report.Text(rule.Description, t)
	for _, e := range t.Evidence {
		told = append(told, evidence{e.Element, e.Clause, fileOf(e.Span), e.Span.Line, e.Span.Col, e.Missing})
	}
	for _, c := range t.Treatments {
		reduces := "likelihood"
		if c.Impact {
			reduces = "impact"
		}
		treated = append(treated, treatment{c.Control, c.State, c.Effect, reduces, filled(c.At)})
	}
	out.Evidence, out.Treatments = told, treated
}

func ratingOf(r register.Rating) rating {
	return rating{r.Likelihood, r.Impact, r.Score, r.Level.String()}
}

func termsOf(t *register.Terms) terms {
	return terms{t.Base, t.Who, t.Adjustment, t.Attenuation, t.Stake, t.Property, t.Sensitivity.String(), t.Assumed, t.Criticality.String(), math.Round(t.Penalty*100) / 100}
}

func locationOf(s source.Span) location {
	return location{fileOf(s), s.Line, s.Col, s.EndLine, s.EndCol}
}

func fileOf(s source.Span) string {
	if s.File == nil {
		return ""
	}
	return s.File.Name
}

// filled is never nil, so that JSON has [] and not null.
func filled(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

// fingerprint stays the same as long as the threat does: it is made of the rule and the elements alone.
func fingerprint(t *register.Threat) string {
	sum := sha256.Sum256([]byte(t.ID))
	return hex.EncodeToString(sum[:8])
}
