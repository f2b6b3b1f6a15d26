//go:build unix

package render

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// checkPrivate fails unless path, absolute and without symbolic links, is a folder of the user that nobody else can
// write to, below folders in which no stranger can rename it.
func checkPrivate(path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	if !info.IsDir() || owner(info) != os.Geteuid() || info.Mode().Perm()&0o022 != 0 {
		return fmt.Errorf("%q is not private to the user", path)
	}
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		if err := checkAbove(dir); err != nil {
			return err
		}
		if dir == filepath.Dir(dir) {
			return nil
		}
	}
}

// checkAbove accepts write access for the group: distributions with a group per user make home folders like that.
func checkAbove(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	if uid := owner(info); uid != os.Geteuid() && uid != 0 {
		return fmt.Errorf("%q belongs to another user", dir)
	}
	if info.Mode().Perm()&0o002 != 0 && info.Mode()&fs.ModeSticky == 0 {
		return fmt.Errorf("%q can be written by everyone", dir)
	}
	return nil
}

func owner(info fs.FileInfo) int {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return int(stat.Uid)
	}
	return -1
}
