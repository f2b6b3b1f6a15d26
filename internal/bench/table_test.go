package bench

import (
	"fmt"
	"io"
	"text/tabwriter"
	"time"
)

// printTable prints all results in one table, and the growth under it.
func printTable(out io.Writer, version usage, results []result) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "system\tbytes\tyaml s\tvalidate s\tx yaml\tanalyze s\tx yaml\tRSS MB\tthreats\t")
	for _, r := range results {
		fmt.Fprintf(w, "%s\t%d\t%s\t%s\t%s\t%s\t%s\t%d\t%d\t\n", r.name(), r.bytes,
			seconds(r.parse), seconds(r.validate), ratio(r.validate, r.parse), seconds(r.analyze), ratio(r.analyze, r.parse),
			r.analyze.rss/megabyte, r.threats)
	}
	w.Flush()
	fmt.Fprintf(out, "version: %s s\n", seconds(version))
	if g, ok := growthOf(results); ok {
		fmt.Fprintf(out, "growth from %d to %d components: validate %.2f, analyze %.2f\n", growthFrom, growthTo, g.validate, g.analyze)
	}
}

// seconds prints processor time.
func seconds(u usage) string { return fmt.Sprintf("%.4f", u.cpu.Seconds()) }

// ratio prints how many times the processor time of another process one took.
func ratio(u, to usage) string {
	return fmt.Sprintf("%.2f", float64(u.cpu)/float64(max(to.cpu, time.Nanosecond)))
}
