package vocab

import "slices"

// StandsOn are the sections whose elements a control can stand on, in one word each: flow. It is empty when nothing
// is known about the control.
func (v *Vocabulary) StandsOn(control string) []string {
	i, ok := slices.BinarySearch(v.Controls, control)
	if !ok || i >= len(v.ControlPlaces) {
		return nil
	}
	return v.ControlPlaces[i]
}
