// Package jsonout writes register.json: one threat a line, streamed. schemas/report.schema.json describes it.
package jsonout

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"tmodel/internal/register"
	"tmodel/internal/report"
)

// SchemaVersion is that of the format. It rises when something is added; nothing is taken away.
const SchemaVersion = 1

// Write writes one system. Large lists go out line by line, so that memory does not grow with them.
func Write(w io.Writer, r *report.Report) error {
	out := newStream(w)
	out.object(r)
	out.text("\n")
	return out.end()
}

// WriteAll writes several systems: {schemaVersion, systems[]}.
func WriteAll(w io.Writer, reports []*report.Report) error {
	out := newStream(w)
	out.text("{\"schemaVersion\": ")
	out.value(SchemaVersion)
	out.text(",\n\"systems\": [\n")
	for i, r := range reports {
		if i > 0 {
			out.text(",\n")
		}
		out.object(r)
	}
	out.text("\n]}\n")
	return out.end()
}

// stream keeps the first error, so that the writing code reads straight.
type stream struct {
	w      *bufio.Writer
	item   bytes.Buffer // one value; a bufio.Writer could not drop the line break that Encode adds
	json   *json.Encoder
	threat threat // the last one; its lists are used again
	line   line   // of threats
	err    error
}

func newStream(w io.Writer) *stream {
	s := &stream{w: bufio.NewWriterSize(w, 64<<10)}
	s.json = json.NewEncoder(&s.item)
	s.json.SetEscapeHTML(false) // names stay readable; a page that embeds the report has its own escaping to do
	return s
}

func (s *stream) end() error {
	if s.err != nil {
		return s.err
	}
	return s.w.Flush()
}

func (s *stream) text(t string) {
	if s.err == nil {
		_, s.err = s.w.WriteString(t)
	}
}

func (s *stream) value(v any) {
	s.item.Reset()
	if err := s.json.Encode(v); err != nil && s.err == nil {
		s.err = err
	}
	if s.err == nil {
		_, s.err = s.w.Write(bytes.TrimSuffix(s.item.Bytes(), []byte("\n")))
	}
}

// key writes one key with its value on a line.
func (s *stream) key(name string, v any) {
	s.text(",\n\"" + name + "\": ")
	s.value(v)
}

func (s *stream) object(r *report.Report) {
	s.text("{\"schemaVersion\": ")
	s.value(SchemaVersion)
	s.key("tool", toolOf(r))
	s.key("system", systemOf(r))
	s.key("summary", summaryOf(r))
	s.threats("threats", r, r.Register.Threats)
	lines(s, "rules", len(r.Rules), func(i int) any { return ruleOf(r.Catalog, &r.Rules[i]) })
	s.threats("concerns", r, r.Register.Concerns)
	s.key("matrix", matrixOf(r))
	lines(s, "questions", len(r.Questions), func(i int) any { return questionOf(&r.Questions[i]) })
	s.key("assumptions", assumptionsOf(r))
	controls := controlsOf(r)
	lines(s, "controls", len(controls), func(i int) any { return controls[i] })
	s.key("coverage", coverageOf(r))
	s.model(r)
	s.key("policy", policyOf())
	lines(s, "diagnostics", len(r.Diagnostics), func(i int) any { return diagnosticOf(&r.Diagnostics[i]) })
	s.text("\n}")
}

func (s *stream) threats(name string, r *report.Report, list []register.Threat) {
	prose := map[string]*report.Rule{}
	for i := range r.Rules {
		prose[r.Rules[i].Rule.ID] = &r.Rules[i]
	}
	items(s, name, len(list), func(i int) {
		s.threat.fill(&list[i], prose[list[i].Rule])
		s.line.b = s.line.b[:0]
		s.line.threat(&s.threat)
		if s.err == nil {
			_, s.err = s.w.Write(s.line.b)
		}
	})
}

// lines writes a list of values, each on a line.
func lines(s *stream, name string, n int, item func(i int) any) {
	items(s, name, n, func(i int) { s.value(item(i)) })
}

// items writes a list, each item on a line as one writes it.
func items(s *stream, name string, n int, one func(i int)) {
	s.text(",\n\"" + name + "\": [")
	for i := range n {
		if i > 0 {
			s.text(",")
		}
		s.text("\n")
		one(i)
	}
	s.text("]")
}

// model writes ids and values of what the system is made of, so that two reports can be compared.
func (s *stream) model(r *report.Report) {
	s.text(",\n\"model\": {\"elements\": [")
	first := true
	each(r.Graph, func(e element) {
		if !first {
			s.text(",")
		}
		first = false
		s.text("\n")
		s.value(e)
	})
	s.text("],\n\"flows\": [")
	for i := range r.Graph.Flows {
		if i > 0 {
			s.text(",")
		}
		s.text("\n")
		s.value(flowOf(r.Graph, &r.Graph.Flows[i]))
	}
	s.text("],\n\"controls\": ")
	s.value(placedControls(r.Graph))
	s.text("}")
}
