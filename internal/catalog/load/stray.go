package load

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// mostEntries is how many files and folders of a catalogue are looked at for what was put into the wrong place.
const mostEntries = 10_000

// strays finds the YAML files of the folder that were meant to be read and are not, because of their place or name: those
// in the places of records, and those elsewhere that have records.
func (l *loader) strays() (found bool) {
	if l.err != nil || l.bag.Full() || l.tried(".") {
		return true
	}
	left := mostEntries
	_ = fs.WalkDir(l.folder.Files, ".", func(name string, e fs.DirEntry, err error) error {
		left--
		switch {
		case left < 0:
			return fs.SkipAll
		case name == ".":
		case err != nil || hidden(e) || l.tried(name):
			if e != nil && e.IsDir() {
				return fs.SkipDir
			}
		case !e.IsDir() && isYAML(name):
			if hint := l.meant(name); hint != "" {
				l.unreadable(name, "this file is not read", hint)
				found = true
			}
		}
		return nil
	})
	return found
}

// try notes that a file or place of the folder was read, or that it is said why not.
func (l *loader) try(name string) { l.asked[path.Join(".", l.folder.Name, name)] = true }

func (l *loader) tried(name string) bool { return l.asked[path.Join(".", l.folder.Name, name)] }

// something says whether the folder has a file that was read, or a place of which it is said that it can't be.
func (l *loader) something() bool {
	for _, dir := range []string{Rules, Controls, Frameworks} {
		if l.tried(dir) || len(l.names(dir)) > 0 {
			return true
		}
	}
	return l.has(AtlasContent) || l.has(AtlasAliases) || l.has(AtlasPins)
}

func isYAML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// meant says where a file belongs that is not read, "" for one that is no part of the catalogue.
func (l *loader) meant(name string) string {
	top, rest, _ := strings.Cut(name, "/")
	ext := path.Ext(name)
	switch {
	case top == Atlas:
		return "of " + Atlas + "/ only content.yaml, aliases.yaml and pins.yaml are read; tmodel atlas import makes content.yaml of a file of MITRE's"
	case top != Rules && top != Controls && top != Frameworks:
		if top = l.kindOf(name); top == "" {
			return ""
		}
		return "it has records; move it to " + top + "/"
	case strings.Contains(rest, "/"):
		return "move it to " + top + "/; folders in there are not looked into"
	}
	return "name it " + strings.TrimSuffix(path.Base(name), ext) + strings.ToLower(ext) + ": only *.yaml and *.yml are read"
}

// recordOf are keys that only rules, controls or frameworks have.
var recordOf = map[string]*regexp.Regexp{
	Rules:      regexp.MustCompile(`(?m)^(- |  )stake:`),
	Controls:   regexp.MustCompile(`(?m)^(- |  )stands_on:`),
	Frameworks: regexp.MustCompile(`(?m)^cited_as:`),
}

// largestLook is how large a file may be that is opened only to see whether it has records.
const largestLook = 1 << 20

// kindOf is the place of what a file has, "" when that is nothing of a catalogue.
func (l *loader) kindOf(name string) string {
	info, err := fs.Stat(l.folder.Files, name)
	if err != nil || info.Size() > largestLook {
		return ""
	}
	data, err := l.read(name)
	if err != nil {
		return ""
	}
	for _, dir := range []string{Rules, Controls, Frameworks} {
		if recordOf[dir].Match(data) {
			return dir
		}
	}
	return ""
}
