package render

// Exit codes of tmodel-render. Code 2 is missing on purpose: the Go runtime exits with it after a panic, so a 2 is
// always a crash and never an answer.
const (
	ExitOK        = 0 // the drawing is on stdout, whole
	ExitUsage     = 1 // unknown flag, format or argument
	ExitSyntax    = 3 // the input is no DOT graph, or is larger than MaxInput
	ExitDraw      = 4 // Graphviz could not draw the graph, or reading or writing failed
	ExitEdgesLost = 5 // the drawing lacks edges that the graph has
)

// answered says whether code is one that tmodel-render chose itself; any other one is a crash.
func answered(code int) bool {
	switch code {
	case ExitOK, ExitUsage, ExitSyntax, ExitDraw, ExitEdgesLost:
		return true
	}
	return false
}
