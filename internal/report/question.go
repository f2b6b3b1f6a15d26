package report

import (
	"cmp"
	"container/heap"
	"slices"
	"strings"

	"tmodel/internal/graph"
	"tmodel/internal/register"
	"tmodel/internal/vocab"
)

// questions are the missing facts that threats rest on. Next comes always the one whose answer helps most: a threat counts
// by its level, shared among the facts that it still lacks, so that the facts of one threat stand together.
func questions(g *graph.Graph, r *register.Register) []Question {
	a := &asking{index: map[[2]string]int{}}
	for t := range r.All() {
		a.note(g.Vocab, t)
	}
	return a.order()
}

// asking is the questions while they are put in order.
type asking struct {
	index map[[2]string]int // element and fact, to the question
	all   []Question
	rests [][]int // by question: the threats that rest on it
	lacks [][]int // by threat: its questions
	ids   []string
	worth []int // by threat
	left  []int // by threat: questions that have no answer yet
	gain  []int // by question: what its answer is worth now
	queue queue
}

// wholes is what a threat of the lowest level is worth: up to six facts share it without a rest.
const wholes = 60

// note adds the questions of a threat.
func (a *asking) note(v *vocab.Vocabulary, t *register.Threat) {
	n, lacks := len(a.ids), []int(nil)
	for _, e := range t.Evidence {
		if e.Missing == "" {
			continue
		}
		key := [2]string{e.Element, e.Missing}
		q, ok := a.index[key]
		if !ok {
			q = len(a.all)
			a.index[key] = q
			a.all, a.rests = append(a.all, question(v, e)), append(a.rests, nil)
		}
		if !slices.Contains(lacks, q) { // two clauses may ask for one fact
			lacks = append(lacks, q)
			a.all[q].Threats, a.rests[q] = append(a.all[q].Threats, t.ID), append(a.rests[q], n)
		}
	}
	if len(lacks) > 0 {
		a.ids, a.lacks, a.left = append(a.ids, t.ID), append(a.lacks, lacks), append(a.left, len(lacks))
		a.worth = append(a.worth, wholes<<t.Residual.Level)
	}
}

func (a *asking) order() []Question {
	a.gain = make([]int, len(a.all))
	for t, lacks := range a.lacks {
		for _, q := range lacks {
			a.gain[q] += a.worth[t] / a.left[t]
		}
	}
	for q := range a.all {
		a.queue = append(a.queue, bid{a.gain[q], &a.all[q], q})
	}
	heap.Init(&a.queue)
	out := make([]Question, 0, len(a.all))
	for len(a.queue) > 0 {
		b := heap.Pop(&a.queue).(bid)
		if b.gain != a.gain[b.at] { // it is worth more by now, or was asked
			continue
		}
		a.ask(b.at)
		out = append(out, a.all[b.at])
	}
	return out
}

// ask takes a question as answered: its threats lack one fact less, which makes the others of each worth more.
func (a *asking) ask(q int) {
	a.gain[q] = -1
	for _, t := range a.rests[q] {
		was := a.worth[t] / a.left[t]
		a.left[t]--
		if a.left[t] == 0 {
			a.all[q].Settles = append(a.all[q].Settles, a.ids[t])
			continue
		}
		for _, other := range a.lacks[t] {
			if a.gain[other] >= 0 {
				a.gain[other] += a.worth[t]/a.left[t] - was
				heap.Push(&a.queue, bid{a.gain[other], &a.all[other], other})
			}
		}
	}
}

// bid is what a question was worth at some time.
type bid struct {
	gain int
	q    *Question
	at   int
}

// queue has the most worth first, of equals the first by element and fact.
type queue []bid

func (q queue) Len() int { return len(q) }

func (q queue) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[j].gain, q[i].gain), cmp.Compare(q[i].q.Element, q[j].q.Element), cmp.Compare(q[i].q.Fact, q[j].q.Fact)) < 0
}

func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }

// Push adds a bid.
func (q *queue) Push(x any) { *q = append(*q, x.(bid)) }

// Pop takes the last one.
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

// question is what a clause asks that the file does not say, with the words that answer it.
func question(v *vocab.Vocabulary, e register.Evidence) Question {
	q := Question{Element: e.Element, Fact: e.Missing}
	name, _ := strings.CutPrefix(e.Missing, "facts.")
	if f := v.Fact(name); f != nil && name != e.Missing {
		q.Values, q.Unordered = f.Values, f.Unordered != ""
		return q
	}
	q.Values = attributeValues(v, e.Missing)
	return q
}

// attributeValues are the words that an attribute can have, best first.
func attributeValues(v *vocab.Vocabulary, missing string) []string {
	switch missing {
	case "encrypted":
		return []string{"yes", "no"}
	case "authentication":
		return []string{"mutual", "individual", "shared", "none"}
	case "personal_data":
		return []string{"none", "personal", "special-category"}
	case "origin":
		origins := slices.Clone(v.OriginTrust)
		slices.SortStableFunc(origins, func(a, b vocab.Mapping) int { return cmp.Compare(b.Trust, a.Trust) })
		return vocab.Words(origins)
	}
	return nil
}
