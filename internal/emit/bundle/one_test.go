package bundle

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestOne(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "x.json")
	must(t, One(name, says("", "one").Write))
	must(t, os.Chmod(name, 0o640))
	must(t, One(name, says("", "two").Write))
	same(t, "the folder", map[string]string{"x.json": "two"}, tree(t, dir))
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o640 && runtime.GOOS != "windows" {
		t.Errorf("rights changed: %v %v", info.Mode(), err)
	}
	if err := One(name, failing("").Write); !errors.Is(err, errPlanned) {
		t.Errorf("error: %v", err)
	}
	same(t, "after a failure", map[string]string{"x.json": "two"}, tree(t, dir))
}

// TestOneSpecial: links stay links, devices stay devices.
func TestOneSpecial(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real"), filepath.Join(dir, "link")
	must(t, os.WriteFile(real, []byte("old"), 0o644))
	must(t, os.Symlink(real, link))
	must(t, One(link, says("", "new").Write))
	same(t, "a link", map[string]string{"real": "new", "link": "new"}, tree(t, dir))
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v %v", info, err)
	}
	if runtime.GOOS != "windows" {
		must(t, One(os.DevNull, says("", "nothing").Write))
		if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
			t.Errorf("the device is a file now: %v %v", info, err)
		}
	}
}

func TestOneErrors(t *testing.T) {
	dir := t.TempDir()
	for name, want := range map[string]string{
		dir:                                  "it is a folder",
		filepath.Join(dir, "none", "x.json"): "there is no folder",
	} {
		err := One(name, says("", "x").Write)
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), ".tmodel-") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if left := tree(t, dir); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}
