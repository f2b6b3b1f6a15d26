//go:build !unix

package render

import (
	"fmt"
	"os"
)

// checkPrivate fails unless path is a folder. Access lists keep the user's cache folder private on these systems; its
// mode bits say nothing.
func checkPrivate(path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return fmt.Errorf("%q is not a folder", path)
	}
	return nil
}
