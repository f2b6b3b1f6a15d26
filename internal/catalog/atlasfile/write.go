package atlasfile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Text is the facts as atlas/content.yaml of a catalogue has them, one record a line.
func (f *File) Text() []byte {
	a := &f.Atlas
	w := &writer{
		plain: regexp.MustCompile(`^[A-Z][A-Za-z0-9]*([ ./&()-]*[A-Za-z0-9()]+)*$|^[a-z]+$`),
		word:  regexp.MustCompile(`^(?i:true|false|null|yes|no|on|off|y|n)$`),
	}
	fmt.Fprintf(w, "# Facts of MITRE ATLAS: ids, names and links, without its prose. `tmodel atlas import` wrote this; NOTICE says from what.\n")
	fmt.Fprintf(w, "content: %q\nformat: %q\nsha256: %q\nsource: %s\n", a.Version, a.Format, a.SHA256, a.Source)
	w.WriteString("\ntactics:\n")
	for _, t := range a.Tactics {
		w.record(field{"id", t.ID}, field{"name", t.Name}, field{"order", t.Order}, field{"attack", t.Attack})
	}
	w.WriteString("\ntechniques:\n")
	for _, t := range a.Techniques {
		w.record(field{"id", t.ID}, field{"name", t.Name}, field{"parent", t.Parent}, field{"tactics", t.Tactics}, field{"platforms", t.Platforms},
			field{"maturity", t.Maturity}, field{"attack", t.Attack})
	}
	w.WriteString("\nmitigations:\n")
	for _, m := range a.Mitigations {
		w.record(field{"id", m.ID}, field{"name", m.Name}, field{"categories", m.Categories}, field{"phases", m.Phases}, field{"attack", m.Attack},
			field{"mitigates", m.Techniques})
	}
	return w.Bytes()
}

// writer writes YAML.
type writer struct {
	bytes.Buffer
	plain *regexp.Regexp // a text that means itself in YAML without quotes
	word  *regexp.Regexp // one that YAML takes for something else
}

type field struct {
	key   string
	value any // text, a number, or a list of texts; empty ones are left out
}

func (w *writer) record(fields ...field) {
	var parts []string
	for _, f := range fields {
		switch v := f.value.(type) {
		case string:
			if v != "" {
				parts = append(parts, f.key+": "+w.scalar(v))
			}
		case []string:
			if len(v) > 0 {
				parts = append(parts, f.key+": ["+strings.Join(w.scalars(v), ", ")+"]")
			}
		default:
			parts = append(parts, fmt.Sprintf("%s: %v", f.key, v))
		}
	}
	w.WriteString("  - {" + strings.Join(parts, ", ") + "}\n")
}

func (w *writer) scalars(list []string) []string {
	out := slices.Clone(list)
	for i := range out {
		out[i] = w.scalar(out[i])
	}
	return out
}

func (w *writer) scalar(s string) string {
	if w.plain.MatchString(s) && !w.word.MatchString(s) {
		return s
	}
	quoted, _ := json.Marshal(s) // what JSON quotes, YAML reads
	return string(quoted)
}

// Notice is what the licence of ATLAS asks for, for whoever passes the facts on.
func (f *File) Notice() []byte {
	a := &f.Atlas
	var b strings.Builder
	fmt.Fprintf(&b, "This folder uses MITRE ATLAS data.\n\n")
	fmt.Fprintf(&b, "Copyright 2021-2025 MITRE (2021-2026 in later copies)\n")
	fmt.Fprintf(&b, "Licensed under the Apache License, Version 2.0; the text is in LICENSE.\n\n")
	for _, row := range [][2]string{
		{"Source", a.Source}, {"Content version", a.Version}, {"Format version", a.Format}, {"SHA-256", a.SHA256 + " (of the file that was read)"}, {"Licence", "Apache-2.0"},
		{"Modified", "yes"},
	} {
		fmt.Fprintf(&b, "%-16s %s\n", row[0]+":", row[1])
	}
	fmt.Fprintf(&b, "\ncontent.yaml was made by a program from that file. It has ids, names and links of tactics, techniques and\n")
	fmt.Fprintf(&b, "mitigations; descriptions and all other prose were left out. %s\n", f.cases())
	fmt.Fprintf(&b, "\nThe MITRE Corporation does not endorse this program.\n")
	return []byte(b.String())
}

func (f *File) cases() string {
	if f.Cases == 0 {
		return "The file that was read had no case\nstudies; the published one has."
	}
	return fmt.Sprintf("Case studies left out: %d.", f.Cases)
}
