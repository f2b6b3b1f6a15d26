package eval

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// sums holds, as sha256sum writes it, the checksum of each model and of the labels. Nothing rewrites it: who models a
// system is to know neither the rules nor the score, and who writes rules is not to change a model.
const sums = "SHA256SUMS"

// intact says whether the files of a folder are those that were checked in: none changed, none left out, none added.
func intact(testdata fs.FS, folder string) error {
	text, err := fs.ReadFile(testdata, path.Join(folder, sums))
	if err != nil {
		return fmt.Errorf("read checksums: %w", err)
	}
	listed := map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		sum, name, ok := strings.Cut(line, "  ")
		if !ok {
			return fmt.Errorf("%s/%s: %q is no line of sha256sum", folder, sums, line)
		}
		data, err := fs.ReadFile(testdata, path.Join(folder, name))
		if err != nil {
			return fmt.Errorf("read a file that %s lists: %w", sums, err)
		}
		if got := sha256.Sum256(data); hex.EncodeToString(got[:]) != sum {
			return fmt.Errorf("%s/%s is not the file that %s was written for: restore it; what is measured on is not edited afterwards", folder, name, sums)
		}
		listed[name] = true
	}
	return fs.WalkDir(testdata, folder, func(name string, d fs.DirEntry, err error) error {
		if short := strings.TrimPrefix(name, folder+"/"); err == nil && !d.IsDir() && short != sums && !listed[short] {
			return fmt.Errorf("%s has no checksum in %s", name, sums)
		}
		return err
	})
}
