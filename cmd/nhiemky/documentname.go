package main

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/view"
)

// documentName is what a file is called in the store. It does not depend on where the folder lies in which
// it was found: it is the path from there, behind the folder's own name. A file that was named itself goes
// by its path from the current folder when it is below, else by its own name. as stands in place of what
// is before the file, "." for nothing.
func documentName(abs, folder, as string) string {
	name, root := filepath.Base(abs), ""
	switch {
	case folder != "":
		if absFolder, err := filepath.Abs(folder); err == nil {
			root = filepath.Base(absFolder)
			if rel, err := filepath.Rel(absFolder, abs); err == nil {
				name = rel
			}
		}
	case as == "":
		if rel, below := belowHere(abs); below {
			name = rel
		}
	}
	if as != "" {
		root = as
	}
	return strings.TrimLeft(path.Clean(filepath.ToSlash(filepath.Join(root, name))), "/")
}

// belowHere is the path of a file from the current folder, when it is below. Nothing counts as below the
// root of the machine: that would be its paths.
func belowHere(abs string) (rel string, below bool) {
	here, err := os.Getwd()
	if err != nil || filepath.Dir(here) == here {
		return "", false
	}
	rel, err = filepath.Rel(here, abs)
	return rel, err == nil && filepath.IsLocal(rel)
}

// checkAs reports what is wrong with a name that is given with --as for what the arguments name.
func checkAs(as string, args []string) error {
	switch {
	case as == "":
		return nil
	case len(args) != 1 || args[0] == "-":
		return failf(errUsage, "--as: give one folder or file with it")
	case !filepath.IsLocal(as) || as != visible(oneLine(as)):
		return failf(errUsage, "--as %q: want a name such as news/2018, without a slash in front and without ..", as)
	}
	return nil
}

// nameByPath is what a file was called before names began with the folder's own: its path from the current
// folder, or from the root of the machine when it is elsewhere.
func nameByPath(abs string) string {
	name := abs
	if here, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(here, abs); err == nil {
			name = rel
		}
	}
	name = strings.TrimPrefix(name, filepath.VolumeName(name))
	name = strings.TrimLeft(path.Clean(filepath.ToSlash(name)), "/")
	for strings.HasPrefix(name, "../") {
		name = name[len("../"):]
	}
	return name
}

// checkNames reports that a store knows files by their paths, as an older program stored them: read anew
// under other names, each would be there twice.
func (o buildOptions) checkNames(ctx context.Context, s *store.Store, sources []source) error {
	if o.input.as != "" {
		return nil
	}
	var stored map[string]bool
	for _, src := range sources {
		abs, err := filepath.Abs(src.path)
		old := nameByPath(abs)
		if src.name == "" || err != nil || old == src.name {
			continue
		}
		if stored == nil {
			if stored, err = view.ArticleNames(ctx, s); err != nil {
				return fail(errStore, err)
			}
		}
		if !stored[old] || stored[src.name] {
			continue
		}
		below := path.Base(old) // of the folder that was named
		if _, rest, inFolder := strings.Cut(src.name, "/"); inFolder && !src.named {
			below = rest
		}
		as := path.Clean(strings.TrimSuffix(old, below))
		return failf(errStore, "%s has %s as %s, named by a path: go on under that name with --as %s, or build a new store, where it is %s",
			o.store, src.path, old, quote(as), src.name)
	}
	return nil
}
