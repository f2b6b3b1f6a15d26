package diag

import (
	"strings"
	"testing"

	"tmodel/internal/source"
)

func TestCodes(t *testing.T) {
	if UnknownRef.String() != "TM-E010" || BoolWord.String() != "TM-W501" {
		t.Errorf("%s %s", UnknownRef, BoolWord)
	}
	if UnknownRef.Severity() != Error || BoolWord.Severity() != Warning || Error.String() != "error" || Warning.String() != "warning" {
		t.Error("severity follows from the code")
	}
	for i, c := range Codes() {
		if i > 0 && c <= Codes()[i-1] {
			t.Errorf("%s stands behind %s", c, Codes()[i-1])
		}
	}
}

func span(f *source.File, line, col, end int32) source.Span {
	return source.Span{File: f, Line: line, Col: col, EndLine: line, EndCol: end}
}

// TestSorted holds the order: place, then severity, code and message; and that each thing is said once, even where
// something else is said between.
func TestSorted(t *testing.T) {
	f := source.New("x", []byte("one\ntwo\n"))
	b := &Bag{}
	for _, d := range []Diagnostic{
		{Code: UnusedAsset, Span: span(f, 1, 1, 2), Message: "warning"},
		{Code: WrongType, Span: span(f, 2, 1, 2), Message: "second line"},
		{Code: WrongType, Span: span(f, 1, 1, 3), Message: "wider"},
		{Code: WrongType, Span: span(f, 1, 1, 2), Message: "b"},
		{Code: WrongType, Span: span(f, 1, 1, 2), Message: "a"},
		{Code: MissingKey, Span: span(f, 1, 1, 2), Message: "z"},
		{Code: WrongType, Span: span(f, 1, 1, 2), Message: "b", Hint: "another hint"},
	} {
		b.Add(d)
	}
	var got []string
	for _, d := range b.Sorted() {
		got = append(got, d.Message)
	}
	if s := strings.Join(got, ", "); s != "z, a, b, warning, wider, second line" {
		t.Error(s)
	}
	if !b.Failed() || b.Full() || b.Stop() {
		t.Error("six errors are a failure, and not too many")
	}
}

func TestLimit(t *testing.T) {
	f := source.New("x", []byte("one\n"))
	add := func(b *Bag, n int) {
		for i := range n {
			b.Add(Diagnostic{Code: WrongType, Span: span(f, 1, int32(i+1), int32(i+2)), Message: "m"})
		}
	}
	for n, want := range map[int]int{0: 0, Limit - 1: Limit - 1, Limit: Limit, Limit + 1: Limit + 1, 3 * Limit: Limit + 1} {
		b := &Bag{}
		add(b, n)
		if got := len(b.Sorted()); got != want {
			t.Errorf("%d errors give %d diagnostics, want %d", n, got, want)
		}
	}
	twice := &Bag{}
	add(twice, Limit-1)
	if add(twice, Limit-1); twice.Full() || len(twice.Sorted()) != Limit-1 {
		t.Error("what is said twice counts once")
	}
	b := &Bag{}
	add(b, Limit)
	if !b.Stop() {
		t.Error("a full bag stops")
	}
	b.Add(Diagnostic{Code: BoolWord, Message: "late"})
	last := b.Sorted()[Limit]
	if last.Code != TooManyErrors || last.Span.Col != Limit || last.Severity != Error {
		t.Errorf("the last is %v", last)
	}
}

func TestNearest(t *testing.T) {
	known := []string{"classifier-api", "data_flows", "database", "host", "llm", "seller", "web-app", "zone"}
	for got, want := range map[string]string{
		"sellr": "seller", "Seller": "seller", "SELLER": "seller", "data-flows": "data_flows", "Data Flows": "data_flows", "webapp": "web-app",
		"web_app": "web-app", "zones": "zone", "hots": "host", "lmm": "llm", "llms": "llm", "classifier": "classifier-api", "api": "classifier-api",
		"databse": "database", "buyer": "", "": "", "x": "", "vendor": "", "clasifier_API": "classifier-api", "seller-app-of-the-shop": "seller",
		strings.Repeat("seller", 50): "",
	} {
		if near := Nearest(got, known); near != want {
			t.Errorf("%q is near %q, want %q", got, near, want)
		}
	}
	if got := Nearest("bat", []string{"cat", "bad", "rat"}); got != "bad" {
		t.Errorf("of equally near ones %q", got)
	}
	if got := Nearest("api", []string{"shop-api", "web-api"}); got != "" {
		t.Errorf("of two that have it as a part %q", got)
	}
}

// TestOppositesAreNotNear holds that nobody who writes the unsafe word is told to write the safe one.
func TestOppositesAreNotNear(t *testing.T) {
	known := []string{"authenticated", "cleared", "encrypted", "implemented", "internal", "listed", "personal", "restricted", "supervised", "unattended", "vetted", "decoder", "offline"}
	for _, got := range []string{"unauthenticated", "not-authenticated", "unecrypted", "Un-Encrypted", "not_yet_implemented", "unimplemented", "half-implemented", "internet", "internt",
		"external", "unlisted", "non-personal", "nonpersonal", "impersonal", "unrestricted", "unsupervised", "attended", "atended", "unvetted", "encoder", "online"} {
		if near := Nearest(got, known); near != "" {
			t.Errorf("%q is near %q", got, near)
		}
	}
	known = append(known, "employee", "verified", "irreversible", "anyone", "may-run-code", "limited", "one-organisation", "one-operator", "own-identity", "periodic", "asks-first",
		"user-generated", "artifact-signing", "output-encoding", "model-allowlist", "model-registry", "image-registry", "rate-limiting")
	for _, got := range []string{"to-be-implemented", "soon-implemented", "ex-implemented", "previously-verified", "former-employee", "reversible", "noone", "cannot-run-code", "may-not-run-code",
		"limitless", "many-organisations", "two-operators", "other-identity", "caller-identity", "aperiodic", "asks-last", "ai-generated", "artifact-unsigning", "output-decoding", "model-blocklist",
		"docker-registry", "private-registry"} {
		if near := Nearest(got, known); near != "" {
			t.Errorf("%q is near %q", got, near)
		}
	}
	for got, want := range map[string]string{"rate-limit": "rate-limiting", "ratelimiting": "rate-limiting", "artefact-signing": "artifact-signing", "model-registery": "model-registry", "assks-first": "asks-first"} {
		if near := Nearest(got, known); near != want {
			t.Errorf("%q is near %q, want %q", got, near, want)
		}
	}
	for got, want := range map[string]string{"unatended": "unattended", "internl": "internal", "encripted": "encrypted", "Authentcated": "authenticated", "uncleared": "unclear", "decodr": "decoder"} {
		if near := Nearest(got, append(known, "unclear")); near != want {
			t.Errorf("%q is near %q, want %q", got, near, want)
		}
	}
}

// TestHalfOfTheLettersIsTooFar holds that short words are near only when they have most letters in common.
func TestHalfOfTheLettersIsTooFar(t *testing.T) {
	known := []string{"c", "db", "name", "s", "zone", "from"}
	for got, want := range map[string]string{"x": "", "b": "", "S": "s", "bd": "", "dx": "", "db1": "db", "date": "", "role": "", "form": "from", "zoen": "zone", "nam": "name"} {
		if near := Nearest(got, known); near != want {
			t.Errorf("%q is near %q, want %q", got, near, want)
		}
	}
}

func TestDidYouMean(t *testing.T) {
	few, many := []string{"alpha", "beta"}, strings.Split("aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj kkkk llll mmmm", " ")
	for _, c := range []struct {
		got   string
		known []string
		want  string
	}{
		{"alhpa", few, `did you mean "alpha"?`},
		{"omega", few, "expected one of: alpha, beta"},
		{"omega", many, ""},
		{"omega", nil, ""},
	} {
		if got := DidYouMean(c.got, c.known); got != c.want {
			t.Errorf("%s: %q, want %q", c.got, got, c.want)
		}
	}
}

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{"plain é": "plain é", "a\tb": `a\tb`, "a\u00a0b\u3000": `a\u00a0b\u3000`, "\x1b\t": `\u001b\t`} {
		if got := Visible(text); got != want {
			t.Errorf("%q is shown as %s", text, got)
		}
	}
}

func TestPrintable(t *testing.T) {
	for text, want := range map[string]string{
		"plain é 日本 😀": "plain é 日本 😀", "a\x1b[31mb": `a\u001b[31mb`, "a\nb": `a\u000ab`, "a\tb": "a b", "a\u202eb": `a\u202eb`,
		"a\xffb": `a\ufffdb`, "a\u2028b": `a\u2028b`, "e\u0301": "e\u0301", "a\u200bb": `a\u200bb`, "a\u009bb": `a\u009bb`,
	} {
		if got := Printable(text); got != want {
			t.Errorf("%q prints as %q, want %q", text, got, want)
		}
	}
}

func TestQuoteAndClip(t *testing.T) {
	long := strings.Repeat("é", 61)
	if got := Quote(long); got != `"`+strings.Repeat("é", 57)+`..."` {
		t.Error(got)
	}
	if got := Quote(long[2:]); got != `"`+long[2:]+`"` {
		t.Error(got)
	}
	if got := Quote("a\n"); got != `"a\u000a"` {
		t.Error(got)
	}
	if got := Clip("abcdef", 5); got != "ab..." {
		t.Error(got)
	}
}
