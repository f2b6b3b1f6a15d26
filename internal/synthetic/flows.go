package synthetic

// Flows returns the number of data flows that a system declares.
func Flows(text []byte) int { return len(items(parse(text), "data_flows")) }

// RemoveFlow leaves out the data flow with index i, counted from 0; beyond the last it leaves out none. A process that
// passed on what the flow brought now sends what it never gets, so the result may have a diagnostic that text had not.
func RemoveFlow(text []byte, i int) []byte {
	top := parse(text)
	if list := value(top, "data_flows"); list != nil && i >= 0 && i < len(list.Content) {
		list.Content = append(list.Content[:i], list.Content[i+1:]...)
	}
	return write(top)
}
