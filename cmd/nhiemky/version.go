package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// version is the version of a build without a release tag; CHANGELOG.md says what is in it.
const version = "0.1.0-dev"

// newVersion prints the version of the program.
func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "nhiemky version",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			number, revision := build()
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "nhiemky %s%s, %s %s/%s\n",
				number, revision, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

// build is the number of the version and, where it is known, the commit: " (0fa10a0, modified)".
func build() (number, revision string) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return version, ""
	}
	modified := ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value[:min(len(s.Value), 12)]
		case s.Key == "vcs.modified" && s.Value == "true":
			modified = ", modified"
		}
	}
	if revision != "" {
		revision = " (" + revision + modified + ")"
	}
	return numberOf(info.Main.Version), revision
}

// numberOf is the number of the tag by which the module was installed, v1.2.0. A build from a folder has no tag, or a
// version that Go makes up, v0.0.0-20261130120000-0fa10a0: then the constant counts.
func numberOf(module string) string {
	number, tagged := strings.CutPrefix(module, "v")
	if !tagged || strings.ContainsAny(number, "-+") {
		return version
	}
	return number
}
