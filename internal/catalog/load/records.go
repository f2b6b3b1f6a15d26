package load

import (
	"cmp"
	"slices"
	"strconv"

	"tmodel/internal/catalog"
	"tmodel/internal/diag"
	"tmodel/internal/vocab"
	"tmodel/internal/yamltree"
)

// risk reads the tables; each must be whole, and rise with what it is about.
func (l *loader) risk(n *yamltree.Node) {
	r := &l.c.Risk
	adjust, impact, matrix := n.Get("trust_adjustment"), n.Get("impact"), n.Get("matrix")
	for i, word := range l.c.Vocab.Trust {
		r.Adjust[i] = l.number(adjust, word)
	}
	for i, word := range []string{"low", "medium", "high"} {
		for j, v := range l.row(impact, word, 4) {
			r.Impact[i][j] = l.whole(v)
		}
	}
	for i := range r.Matrix {
		for j, v := range l.row(matrix, strconv.Itoa(i+1), 5) {
			if r.Matrix[i][j] = level(v.Value); r.Matrix[i][j] == vocab.LevelUnknown {
				l.fail(v, "a level is low, medium, high or critical", "")
			}
			if i > 0 && r.Matrix[i][j] < r.Matrix[i-1][j] || j > 0 && r.Matrix[i][j] < r.Matrix[i][j-1] {
				l.fail(v, "the matrix must not fall as likelihood or impact rises", "")
			}
		}
	}
	if r.TreatedBelow = level(text(n, "treated_below")); r.TreatedBelow == vocab.LevelUnknown {
		l.fail(n, "treated_below is missing", "")
	}
	labels := n.Get("labels")
	copy(r.Likelihoods[:], list(labels, "likelihood"))
	copy(r.Impacts[:], list(labels, "impact"))
}

func (l *loader) number(n *yamltree.Node, key string) int {
	v := n.Get(key)
	if v == nil {
		l.fail(n, "there is no number for "+diag.Quote(key), "")
		return 0
	}
	return l.whole(v)
}

func (l *loader) whole(v *yamltree.Node) int {
	i, err := strconv.Atoi(v.Value)
	if err != nil {
		l.fail(v, "a whole number is expected here", "")
	}
	return i
}

// row is a list of exactly n values.
func (l *loader) row(table *yamltree.Node, key string, n int) []*yamltree.Node {
	v := table.Get(key)
	if v == nil || len(v.Items) != n {
		l.fail(table, "the row "+diag.Quote(key)+" must have "+strconv.Itoa(n)+" values", "")
		return nil
	}
	return v.Items
}

// codes reads what the diagnostics mean.
func (l *loader) codes(n *yamltree.Node) {
	for _, c := range n.Items {
		l.c.Codes = append(l.c.Codes, catalog.CodeProse{Code: text(c, "code"), Title: text(c, "title"), Means: text(c, "means"),
			Example: text(c, "example"), Fix: text(c, "fix")})
	}
	slices.SortFunc(l.c.Codes, func(a, b catalog.CodeProse) int { return cmp.Compare(a.Code, b.Code) })
}

func (l *loader) control(n *yamltree.Node) {
	effect := n.Get("effect")
	c := catalog.Control{ID: text(n, "id"), ReducesImpact: text(n, "reduces") == "impact", Implemented: l.share(effect, "implemented"),
		Verified: l.share(effect, "verified"), StandsOn: list(n, "stands_on")}
	if c.Verified > 0 && c.Implemented >= c.Verified {
		l.fail(effect, "a control that was verified must do more than one that is implemented", "raise verified, or lower implemented")
	}
	l.checkOverride(n, &c)
	l.c.Controls = append(l.c.Controls, c)
	l.c.ControlProse = append(l.c.ControlProse, catalog.ControlProse{Name: text(n, "name"), Since: text(n, "since"), Is: text(n, "is"),
		Why: text(n, "why"), Proof: text(n, "proof"), Cost: text(n, "cost"), Atlas: text(n, "atlas"), Part: l.now})
}

func (l *loader) share(n *yamltree.Node, key string) float64 {
	v := n.Get(key) // the schema requires it
	f, err := strconv.ParseFloat(v.Value, 64)
	if err != nil || f <= 0 || f >= 1 {
		l.fail(v, "an effect is a share between 0 and 1", "0.4 takes away 40 % of what stands above the lowest rung")
		return 0
	}
	return f
}

func (l *loader) sortControls() {
	l.c.Controls, l.c.ControlProse = sortBoth(l.c.Controls, l.c.ControlProse, func(c *catalog.Control) string { return c.ID })
}

func (l *loader) sortRules() {
	l.c.Rules, l.c.Prose = sortBoth(l.c.Rules, l.c.Prose, func(r *catalog.Rule) string { return r.ID })
}

// sortBoth sorts heads by id and takes their prose along.
func sortBoth[H, P any](heads []H, prose []P, id func(*H) string) ([]H, []P) {
	order := make([]int, len(heads))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(id(&heads[a]), id(&heads[b])) })
	h, p := make([]H, len(heads)), make([]P, len(heads))
	for to, from := range order {
		h[to], p[to] = heads[from], prose[from]
	}
	return h, p
}
