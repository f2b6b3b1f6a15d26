// Package render turns DOT into SVG or PNG by running tmodel-render, so that tmodel itself never links Graphviz.
package render

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Format is the kind of drawing that Render returns.
type Format string

// The formats that tmodel-render can draw.
const (
	SVG Format = "svg"
	PNG Format = "png"
)

// Bounds that hold where Options gives none. MaxInput is also the most that tmodel-render itself reads, in bytes.
const (
	DefaultTimeout = 60 * time.Second
	MaxInput       = 16 << 20
	MaxOutput      = 64 << 20
)

// Options says where the renderer and its cache are, and what bounds a run has. The zero value is ready for use.
type Options struct {
	Program   string        // path of tmodel-render; "" asks Find
	CacheDir  string        // private folder for its compiled code; "" is tmodel/render in the user's cache folder
	Timeout   time.Duration // for everything, a second try included; 0 is DefaultTimeout
	MaxInput  int64         // bytes of DOT; 0 is MaxInput
	MaxOutput int64         // bytes of drawing; 0 is MaxOutput
}

// Render draws dot and returns the whole drawing. Every error is one line that says what to do; it wraps ErrMissing
// when there is no renderer, context.DeadlineExceeded when the time was up, and the cause of ctx when that was cancelled.
func Render(ctx context.Context, dot []byte, format Format, o Options) ([]byte, error) {
	out, err := render(ctx, dot, format, o.withDefaults())
	if err != nil {
		return nil, fmt.Errorf("draw %s: %w", format, err)
	}
	return out, nil
}

func render(ctx context.Context, dot []byte, format Format, o Options) ([]byte, error) {
	if format != SVG && format != PNG {
		return nil, fmt.Errorf("unknown format %q, expected svg or png", string(format))
	}
	if int64(len(dot)) > o.MaxInput {
		return nil, fmt.Errorf("the graph is larger than %d bytes of DOT; draw a smaller view", o.MaxInput)
	}
	program, err := locate(o.Program)
	if err != nil {
		return nil, err
	}
	cache, err := openCache(o.CacheDir)
	if err != nil {
		return nil, err
	}
	defer cache.close()
	ctx, cancel := context.WithTimeoutCause(ctx, o.Timeout, tooSlow{o.Timeout})
	defer cancel()
	return twice(ctx, job{program: program, dot: dot, format: format, maxOutput: o.MaxOutput}, cache)
}

// twice runs the job and, after a crash, runs it once more with an empty cache: a damaged cache file makes the renderer
// panic before it reads its input, and would do so for ever. The new cache then takes the place of the damaged one.
func twice(ctx context.Context, j job, cache *folder) ([]byte, error) {
	out, err := j.run(ctx, cache.dir)
	var crash *crashError
	if !errors.As(err, &crash) {
		return out, err
	}
	fresh, ferr := cache.empty()
	if ferr != nil {
		return nil, err
	}
	defer fresh.close()
	out, err = j.run(ctx, fresh.dir)
	if errors.As(err, &crash) {
		return nil, fmt.Errorf("tmodel-render crashed twice, the second time with an empty cache (%s); "+
			"install tmodel-render again, from the version that tmodel has", crash)
	}
	if ctx.Err() == nil {
		cache.replace(fresh)
	}
	return out, err
}

func (o Options) withDefaults() Options {
	if o.Timeout <= 0 {
		o.Timeout = DefaultTimeout
	}
	if o.MaxInput <= 0 {
		o.MaxInput = MaxInput
	}
	if o.MaxOutput <= 0 {
		o.MaxOutput = MaxOutput
	}
	return o
}
