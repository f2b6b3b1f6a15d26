package yamltree

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"tmodel/internal/diag"
	"tmodel/internal/source"
)

// check refuses what is not UTF-8 text of bounded size. What the parser refuses too is found here, because it
// does not say where. Odd says whether there is white space that is none to YAML.
func check(f *source.File, limits Limits, bag *diag.Bag) (ok, odd bool) {
	if len(f.Data) > limits.Bytes {
		refuse(bag, diag.TooLarge, at(f, 1, 1), fmt.Sprintf("the file is larger than %d MB", limits.Bytes>>20), "split the system into several files, one system each")
		return false, false
	}
	if bytes.HasPrefix(f.Data, []byte("\xff\xfe")) || bytes.HasPrefix(f.Data, []byte("\xfe\xff")) {
		refuse(bag, diag.Unreadable, at(f, 1, 1), "the file is UTF-16, not UTF-8", "save the file as UTF-8; in PowerShell that is -Encoding utf8")
		return false, false
	}
	text := f.Text()
	start := len(f.Data) - len(text)
	for i := 0; i < len(text); {
		if c := text[i]; c >= ' ' && c < 0x7F || c == '\n' || c == '\r' || c == '\t' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if code, message, hint := refused(r, size); message != "" {
			line, col := f.Place(start + i)
			refuse(bag, code, at(f, line, col), message, hint)
			return false, false
		}
		odd = odd || oddSpace(r)
		i += size
	}
	return true, odd
}

// refused says why a character can't stand in a file; no words for one that can.
func refused(r rune, size int) (code diag.Code, message, hint string) {
	switch {
	case r == utf8.RuneError && size <= 1:
		return diag.Unreadable, "the file is not UTF-8 text: a byte here belongs to no character", "save the file as UTF-8"
	case r == 0x85, r == 0x2028, r == 0x2029:
		return diag.HiddenChar, fmt.Sprintf("an invisible line break (U+%04X) stands here; YAML ends the line at it, editors don't", r), "delete it, or make it an ordinary line break"
	case r == 0xFEFF:
		return diag.HiddenChar, "a byte order mark (U+FEFF) stands in the middle of the text", "delete the invisible character"
	case r < ' ', r >= 0x7F && r < 0xA0, r == 0xFFFE, r == 0xFFFF:
		return diag.HiddenChar, fmt.Sprintf("a control character (U+%04X) stands here; YAML allows none", r), "delete the invisible character"
	}
	return 0, "", ""
}
