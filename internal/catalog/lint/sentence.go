package lint

import (
	"strings"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// shortest is how many letters make a sentence that may not stand twice.
const shortest = 13

// sentences finds what two records say in the same words. The shipped records come first, so that a user's is the copy.
func (c *checker) sentences() {
	where := map[string]said{}
	for _, mine := range []bool{false, true} {
		for i := range c.Catalog.Rules {
			if id, p := c.Catalog.Rules[i].ID, &c.Catalog.Prose[i]; c.mine(id) == mine {
				for j, step := range p.Attack {
					c.note(where, id, step, "attack", j)
				}
				c.note(where, id, p.Title, "title")
				c.note(where, id, p.Description, "description")
				c.note(where, id, p.Verify, "verify")
			}
		}
		for i := range c.Catalog.Controls {
			if id, p := c.Catalog.Controls[i].ID, &c.Catalog.ControlProse[i]; c.mine(id) == mine {
				c.note(where, id, p.Name, "name")
				c.note(where, id, p.Is, "is")
				c.note(where, id, p.Why, "why")
				c.note(where, id, p.Proof, "proof")
			}
		}
	}
}

// said is where a sentence stands first.
type said struct {
	id string
	at source.Span
}

func (c *checker) note(where map[string]said, id, text string, way ...any) {
	for _, s := range sentencesOf(text) {
		first, again := where[s]
		if !again {
			where[s] = said{id, c.at(id, way...)}
			continue
		}
		if first.id == id || !c.mine(id) {
			continue
		}
		var notes []diag.Note
		if first.at.Valid() {
			notes = []diag.Note{{Span: first.at, Message: "said here first"}}
		}
		c.wrong(c.at(id, way...), first.id+" and "+id+" both say "+diag.Quote(s), "say what is particular here", notes...)
	}
}

// sentencesOf are those of a text, in small letters and without what is filled in.
func sentencesOf(text string) []string {
	for _, name := range catalog.Placeholders(text) {
		text = strings.ReplaceAll(text, "{{"+name+"}}", "_")
	}
	var out []string
	for text != "" {
		end := strings.IndexAny(text, ".?!;")
		for end >= 0 && end+1 < len(text) && !strings.ContainsRune(" \t\n", rune(text[end+1])) { // 0.5, e.g.
			next := strings.IndexAny(text[end+1:], ".?!;")
			if next < 0 {
				end = -1
				break
			}
			end += 1 + next
		}
		s := text
		if text = ""; end >= 0 {
			s, text = s[:end], s[end+1:]
		}
		if s = strings.ToLower(strings.Join(strings.Fields(s), " ")); len(s) >= shortest {
			out = append(out, s)
		}
	}
	return out
}
