package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"

	"github.com/nhiemky/nhiemky/graph/ingest"
	"github.com/nhiemky/nhiemky/graph/statement"
	"github.com/nhiemky/nhiemky/graph/store"
)

// decisions keeps what people decide on the pages in a file of corrections, in the form in which they
// would write it themselves.
type decisions struct {
	sync.Mutex
	path  string // "" for corrections.csv in the current folder
	store *store.Store
}

// decide adds a decision to the end of the file and applies the whole file. If it cannot be applied, the
// file stays as it was.
func (d *decisions) decide(ctx context.Context, c statement.Correction) error {
	d.Lock()
	defer d.Unlock()
	path := cmp.Or(d.path, correctionsFile)
	before, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	after, err := withCorrection(before, c)
	if err != nil {
		return err
	}
	return d.exchange(ctx, path, before, after)
}

// exchange replaces the content of the file and applies it; if that fails, the file is restored.
func (d *decisions) exchange(ctx context.Context, path string, before, after []byte) error {
	if err := replaceFile(path, after); err != nil {
		return err
	}
	all, _, err := readCorrections(path)
	if err == nil {
		_, err = ingest.Amend(ctx, d.store, all)
	}
	if err != nil {
		return errors.Join(err, putBack(path, before))
	}
	return nil
}

// decided are the decisions in the file; none when there is no file.
func (d *decisions) decided() ([]statement.Correction, error) {
	d.Lock()
	defer d.Unlock()
	all, _, err := readCorrections(cmp.Or(d.path, correctionsFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return all, err
}

// withdraw removes a decision from the file and applies the rest, which stays byte for byte.
func (d *decisions) withdraw(ctx context.Context, c statement.Correction) error {
	d.Lock()
	defer d.Unlock()
	path := cmp.Or(d.path, correctionsFile)
	before, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	after, err := withoutCorrection(before, c)
	if err != nil {
		return err
	}
	return d.exchange(ctx, path, before, after)
}

// putBack restores a file; nil means that there was none.
func putBack(path string, before []byte) error {
	if before == nil {
		return os.Remove(path)
	}
	return replaceFile(path, before)
}

// replaceFile writes a file so that no reader ever sees half of it.
func replaceFile(path string, data []byte) error {
	err := writeFile(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return fmt.Errorf("keeping a decision: %w", err)
	}
	return nil
}
