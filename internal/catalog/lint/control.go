package lint

import (
	"slices"
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/vocab"
)

// onFlows are words for what flows say themselves, with encrypted and authentication.
var onFlows = []string{
	"tls", "mtls", "ssl", "https", "mutual-tls", "tls-encryption", "encryption", "encrypted", "encryption-in-transit", "transport-encryption",
	"encrypted-transport", "transport-security", "transport-layer-security", "authentication", "authenticated", "api-authentication", "api-key", "api-keys",
	"caller-authentication", "client-authentication", "mutual-authentication", "oauth", "sso", "single-sign-on", "login",
}

// restates finds a control that says again what a design says: an attribute of flows, a fact, a kind. Counted as both it
// would be counted twice.
func (c *checker) restates(k *catalog.Control, p *catalog.ControlProse) {
	for _, name := range []struct{ key, text string }{{"id", k.ID}, {"name", p.Name}} {
		folded := fold(name.text)
		at := c.at(k.ID, name.key)
		switch what := c.says(folded); {
		case slices.Contains(onFlows, folded):
			c.wrong(at, diag.Quote(name.text)+" is what flows say themselves", "write encrypted: yes, authentication: individual on the flow; a rule asks it there")
		case what != "":
			c.wrong(at, "the control "+diag.Quote(name.text)+" says again what "+what+" says", "a fact would be true if nobody ever attacked; a control is there because somebody might. Keep one of the two")
		}
	}
}

// says is the fact or kind of a name, in words; "" when there is none.
func (c *checker) says(name string) string {
	v := c.Catalog.Vocab
	for _, f := range v.Facts {
		if fold(f.ID) == name {
			return "the fact " + f.ID
		}
		for _, value := range f.Values {
			if id := fold(f.ID); id+"-"+fold(value) == name || fold(value)+"-"+id == name {
				return "the fact " + f.ID + ": " + value
			}
		}
	}
	for _, k := range slices.Concat(v.Components, v.Stages) {
		if k.ID == name {
			return "the " + kindWord(v, k.ID) + " " + k.ID
		}
	}
	return ""
}

func kindWord(v *vocab.Vocabulary, id string) string {
	if v.Component(id) != nil {
		return "kind of component"
	}
	return "kind of stage"
}

// fold makes letter case and separators count for nothing.
func fold(s string) string {
	return strings.NewReplacer("_", "-", " ", "-").Replace(strings.ToLower(strings.TrimSpace(s)))
}
