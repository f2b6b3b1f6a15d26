package render

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// cacheFiles returns the files below dir, at least one.
func cacheFiles(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files in the cache: %v", len(files), err)
	}
	return files
}

func TestDamagedCacheHeals(t *testing.T) {
	o := renderer(t)
	o.CacheDir = filepath.Join(t.TempDir(), "cache")
	first, err := Render(context.Background(), []byte(small), SVG, o)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.Stat(cacheFiles(t, o.CacheDir)[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []int64{0, whole.Size() / 2} {
		for _, file := range cacheFiles(t, o.CacheDir) {
			if err := os.Truncate(file, size); err != nil {
				t.Fatal(err)
			}
		}
		again, err := Render(context.Background(), []byte(small), SVG, o)
		if err != nil || !bytes.Equal(first, again) {
			t.Fatalf("cut to %d bytes: error %v, same drawing %v", size, err, bytes.Equal(first, again))
		}
		if now, err := os.Stat(cacheFiles(t, o.CacheDir)[0]); err != nil || now.Size() != whole.Size() {
			t.Fatalf("cut to %d bytes: the cache did not heal: %v, %v", size, now, err)
		}
	}
	if entries, _ := os.ReadDir(filepath.Dir(o.CacheDir)); len(entries) != 1 {
		t.Errorf("left beside the cache: %v", entries)
	}
}

func TestColdCacheShared(t *testing.T) {
	o := renderer(t)
	o.CacheDir = filepath.Join(t.TempDir(), "cache")
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			if _, err := Render(context.Background(), []byte(small), SVG, o); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if files := cacheFiles(t, o.CacheDir); len(files) != 1 {
		t.Errorf("files in the cache: %v, want one", files)
	}
}

func TestCancelledRunLeavesTheCacheUsable(t *testing.T) {
	o := renderer(t)
	o.CacheDir = filepath.Join(t.TempDir(), "cache")
	for _, after := range []time.Duration{50 * time.Millisecond, 600 * time.Millisecond} {
		ctx, cancel := context.WithTimeout(context.Background(), after)
		_, _ = Render(ctx, []byte(small), SVG, o)
		cancel()
	}
	if _, err := Render(context.Background(), []byte(small), SVG, o); err != nil {
		t.Fatal(err)
	}
}

// told runs the fake that reports its temporary folder, the mode of that, and its environment.
func told(t *testing.T, o Options) (dir, mode, env string) {
	t.Helper()
	o.Program = fake(t, "tells")
	out, err := Render(context.Background(), nil, SVG, o)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitN(string(out), "\n", 3)
	return lines[0], lines[1], lines[2]
}

func TestCacheIsPrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("mode bits say nothing here")
	}
	t.Setenv("SECRET", "value")
	o := Options{CacheDir: filepath.Join(t.TempDir(), "new", "cache")}
	dir, mode, env := told(t, o)
	if dir != real(t, o.CacheDir) || mode != "0700" {
		t.Errorf("ran in %s with mode %s, want %s with 0700", dir, mode, o.CacheDir)
	}
	if strings.Contains(env, "SECRET") || strings.Contains(env, "PATH=") {
		t.Errorf("the renderer got our environment: %s", env)
	}
}

func TestCacheOfOthersIsAvoided(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("mode bits say nothing here")
	}
	open := filepath.Join(t.TempDir(), "open")
	below := filepath.Join(open, "cache")
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	group := filepath.Join(t.TempDir(), "group")
	for path, mode := range map[string]fs.FileMode{open: 0o777, below: 0o700, group: 0o770} {
		if err := os.MkdirAll(path, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	for _, cache := range []string{open, below, group, file} {
		dir, mode, _ := told(t, Options{CacheDir: cache})
		if strings.HasPrefix(dir, real(t, cache)) || mode != "0700" {
			t.Errorf("%s: ran in %s with mode %s, want a new folder with 0700", cache, dir, mode)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%s: the folder %s is still there", cache, dir)
		}
	}
}

func TestNoUserCacheFolder(t *testing.T) {
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} {
		t.Setenv(name, "")
	}
	dir, _, _ := told(t, Options{})
	if _, err := os.Stat(dir); !strings.Contains(dir, "tmodel-render-") || err == nil {
		t.Errorf("ran in %s (still there: %v), want a folder for this run", dir, err == nil)
	}
}

func TestUserCacheFolder(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} {
		t.Setenv(name, home)
	}
	dir, _, _ := told(t, Options{})
	base, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	if want := real(t, filepath.Join(base, "tmodel", "render")); dir != want {
		t.Errorf("ran in %s, want %s", dir, want)
	}
}

// TestTwoHealersAtOnce lets several runs replace the same cache; one of the good folders must remain.
func TestTwoHealersAtOnce(t *testing.T) {
	cache, err := openCache(filepath.Join(t.TempDir(), "cache"))
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			fresh, err := cache.empty()
			if err != nil {
				t.Error(err)
				return
			}
			defer fresh.close()
			if err := os.WriteFile(filepath.Join(fresh.dir, "code"), fmt.Append(nil, i), 0o600); err != nil {
				t.Error(err)
			}
			cache.replace(fresh)
		})
	}
	wg.Wait()
	if files := cacheFiles(t, cache.dir); len(files) != 1 {
		t.Errorf("files in the cache: %v, want one", files)
	}
	if entries, _ := os.ReadDir(filepath.Dir(cache.dir)); len(entries) != 1 {
		t.Errorf("left beside the cache: %v", entries)
	}
}

// real returns path without symbolic links.
func real(t *testing.T, path string) string {
	t.Helper()
	resolved, err := filepath.EvalSymlinks(path)
	if err != nil {
		t.Fatal(err)
	}
	return resolved
}
