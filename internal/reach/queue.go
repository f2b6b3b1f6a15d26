package reach

// queue hands out what is searched, by rising cost. Costs grow by small steps, so that it keeps a list for each distinct
// number of steps, in a bucket for each value of all that counts before them.
type queue struct {
	buckets [strengths * (limit + 1)]bucket
	current int
}

type bucket struct {
	levels [][]item // by steps
	level  int
	next   int
}

type item struct {
	at int32
	c  cost
}

func (q *queue) push(at int32, c cost) {
	b := &q.buckets[(c-1)>>stepBits]
	steps := c.steps()
	for len(b.levels) <= steps {
		b.levels = append(b.levels, nil)
	}
	b.levels[steps] = append(b.levels[steps], item{at, c})
}

// next is the cheapest item; what is pushed meanwhile costs more than it.
func (q *queue) next() (item, bool) {
	for ; q.current < len(q.buckets); q.current++ {
		b := &q.buckets[q.current]
		for ; b.level < len(b.levels); b.level, b.next = b.level+1, 0 {
			if b.next < len(b.levels[b.level]) {
				b.next++
				return b.levels[b.level][b.next-1], true
			}
		}
	}
	return item{}, false
}
