//go:build !unix

package bench

import "os"

// maxRSS returns 0: this system does not tell.
func maxRSS(*os.ProcessState) int64 { return 0 }
