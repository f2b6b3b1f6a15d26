package jsonout

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"
)

// line writes a threat as encoding/json would, in a third of its time: a register is mostly threats, and of them mostly
// evidence. A test holds both to the same bytes.
type line struct{ b []byte }

func (l *line) threat(t *threat) {
	l.open("id", t.ID)
	l.text("rule", t.Rule)
	l.text("title", t.Title)
	l.number("rank", int64(t.Rank))
	l.texts("elements", t.Elements)
	l.texts("stride", t.Stride)
	l.texts("atlas", t.Atlas)
	l.rating("inherent", &t.Inherent)
	l.rating("residual", &t.Residual)
	l.terms(&t.Terms)
	l.text("confidence", t.Confidence)
	l.text("status", t.Status)
	l.text("description", t.Description)
	l.evidence(t.Evidence)
	if len(t.Covers) > 0 {
		l.texts("covers", t.Covers)
	}
	l.texts("path", t.Path)
	l.treatments(t.Treatments)
	l.key("location")
	l.open("file", t.Location.File)
	l.number("line", int64(t.Location.Line))
	l.number("column", int64(t.Location.Column))
	l.number("endLine", int64(t.Location.EndLine))
	l.number("endColumn", int64(t.Location.EndColumn))
	l.raw("}")
	l.text("fingerprint", t.Fingerprint)
	l.raw("}")
}

func (l *line) rating(name string, r *rating) {
	l.key(name)
	l.raw(`{"likelihood":`)
	l.float(r.Likelihood)
	l.key("impact")
	l.float(r.Impact)
	l.key("score")
	l.float(r.Score)
	l.text("level", r.Level)
	l.raw("}")
}

func (l *line) terms(t *terms) {
	l.key("terms")
	l.raw(`{"base":`)
	l.b = strconv.AppendInt(l.b, int64(t.Base), 10)
	l.given("who", t.Who)
	l.number("adjustment", int64(t.Adjustment))
	l.number("attenuation", int64(t.Attenuation))
	l.given("stake", t.Stake)
	l.text("property", t.Property)
	l.text("sensitivity", t.Sensitivity)
	l.key("assumed")
	l.b = strconv.AppendBool(l.b, t.Assumed)
	l.text("criticality", t.Criticality)
	l.key("penalty")
	l.float(t.Penalty)
	l.raw("}")
}

func (l *line) evidence(list []evidence) {
	l.key("evidence")
	l.raw("[")
	for i := range list {
		if i > 0 {
			l.raw(",")
		}
		e := &list[i]
		l.open("element", e.Element)
		l.text("clause", e.Clause)
		l.text("file", e.File)
		l.number("line", int64(e.Line))
		l.number("column", int64(e.Column))
		l.given("missing", e.Missing)
		l.raw("}")
	}
	l.raw("]")
}

func (l *line) treatments(list []treatment) {
	l.key("treatments")
	l.raw("[")
	for i := range list {
		if i > 0 {
			l.raw(",")
		}
		t := &list[i]
		l.open("control", t.Control)
		l.text("state", t.State)
		l.key("effect")
		l.float(t.Effect)
		l.text("reduces", t.Reduces)
		l.texts("on", t.On)
		l.raw("}")
	}
	l.raw("]")
}

func (l *line) raw(s string) { l.b = append(l.b, s...) }

func (l *line) key(name string) {
	l.b = append(append(append(l.b, ',', '"'), name...), '"', ':')
}

// open begins an object by a text.
func (l *line) open(name, s string) {
	l.b = append(append(append(l.b, '{', '"'), name...), '"', ':')
	l.quote(s)
}

func (l *line) text(name, s string) {
	l.key(name)
	l.quote(s)
}

// given leaves out what is empty.
func (l *line) given(name, s string) {
	if s != "" {
		l.text(name, s)
	}
}

func (l *line) texts(name string, list []string) {
	l.key(name)
	l.raw("[")
	for i, s := range list {
		if i > 0 {
			l.raw(",")
		}
		l.quote(s)
	}
	l.raw("]")
}

func (l *line) number(name string, n int64) {
	l.key(name)
	l.b = strconv.AppendInt(l.b, n, 10)
}

func (l *line) float(f float64) { l.b = strconv.AppendFloat(l.b, f, 'f', -1, 64) }

// quote is quick for what needs no escape; encoding/json knows the rest.
func (l *line) quote(s string) {
	var found class
	for i := range len(s) {
		found |= classes[s[i]]
	}
	if found&special != 0 || found&wide != 0 && !verbatim(s) {
		l.escape(s)
		return
	}
	l.b = append(append(append(l.b, '"'), s...), '"')
}

// class of a byte: special ones are escaped, and wide ones are parts of longer characters.
type class uint8

const (
	special class = 1 << iota
	wide
)

var classes = func() (all [256]class) {
	for c := range all {
		switch {
		case c < ' ' || c == '"' || c == '\\':
			all[c] = special
		case c >= utf8.RuneSelf:
			all[c] = wide
		}
	}
	return all
}()

// verbatim says whether text beyond ASCII stands in JSON as it is.
func verbatim(s string) bool { return utf8.ValidString(s) && !strings.ContainsAny(s, "\u2028\u2029") }

func (l *line) escape(s string) {
	w := &appender{l.b}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string is always JSON, and the appender takes all
	l.b = w.b[:len(w.b)-1]
}

type appender struct{ b []byte }

func (a *appender) Write(p []byte) (int, error) {
	a.b = append(a.b, p...)
	return len(p), nil
}
