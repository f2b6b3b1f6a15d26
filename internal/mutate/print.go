package mutate

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// Print writes how many clauses the examples of each file notice, and which they do not.
func Print(out io.Writer, results []Result, reasons Reasons) {
	var files []string
	mutants, killed := map[string]int{}, map[string]int{}
	for _, r := range results {
		if !slices.Contains(files, r.File) {
			files = append(files, r.File)
		}
		mutants[r.File] += len(r.Mutants)
		killed[r.File] += len(r.Mutants) - len(r.Survivors)
	}
	slices.Sort(files)
	fmt.Fprint(out, "Clauses of rules. Noticed: some example comes out differently without the clause.\n\n")
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "  file\tclauses\tnoticed\tshare")
	for _, f := range files {
		fmt.Fprintf(w, "  %s\t%d\t%d\t%.1f %%\n", f, mutants[f], killed[f], 100*float64(killed[f])/float64(mutants[f]))
	}
	n, all := Noticed(results)
	fmt.Fprintf(w, "  all\t%d\t%d\t%.1f %%\n", all, n, 100*float64(n)/float64(all))
	w.Flush()
	printSurvivors(out, results, reasons)
}

// Noticed is how many clauses are noticed, of how many.
func Noticed(results []Result) (n, all int) {
	for _, r := range results {
		all += len(r.Mutants)
		n += len(r.Mutants) - len(r.Survivors)
	}
	return n, all
}

func printSurvivors(out io.Writer, results []Result, reasons Reasons) {
	n, all := Noticed(results)
	fmt.Fprintf(out, "\nNot noticed: %d\n\n", all-n)
	for _, r := range results {
		for _, clause := range r.Survivors {
			fmt.Fprintf(out, "  %s  %s\n", r.Rule, clause)
			reason := reasons[r.Rule][clause]
			if reason == "" {
				reason = "NO REASON"
			}
			fmt.Fprintf(out, "         %s\n", reason)
		}
	}
}
