package render

import (
	"bytes"
	"errors"
	"strings"
	"unicode"
)

// bounded keeps what is written to it, and refuses all that follows once that is more than max bytes.
type bounded struct {
	buf  bytes.Buffer
	max  int64
	full func() // called when max is passed
}

func (b *bounded) Write(p []byte) (int, error) {
	if int64(b.buf.Len())+int64(len(p)) > b.max {
		b.full()
		return 0, errors.New("output limit reached")
	}
	return b.buf.Write(p)
}

// head keeps the first max bytes written to it and drops the rest.
type head struct {
	buf bytes.Buffer
	max int
}

func (h *head) Write(p []byte) (int, error) {
	h.buf.Write(p[:min(len(p), h.max-h.buf.Len())])
	return len(p), nil
}

func (h *head) String() string { return h.buf.String() }

// maxQuoted is how many characters of the renderer's message an error repeats.
const maxQuoted = 240

// firstLine returns the first line of text that says anything, without the name of the program in front, without
// characters that a terminal would act on, and cut to maxQuoted characters.
func firstLine(text string) string {
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(printable(line))
		line = strings.TrimPrefix(line, "tmodel-render: ")
		if line == "" {
			continue
		}
		if runes := []rune(line); len(runes) > maxQuoted {
			return string(runes[:maxQuoted]) + "..."
		}
		return line
	}
	return ""
}

func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || r == unicode.ReplacementChar {
			return ' '
		}
		return r
	}, s)
}
