package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/extract"
	"github.com/nhiemky/nhiemky/graph/store"
	"github.com/nhiemky/nhiemky/graph/web"
	"github.com/nhiemky/nhiemky/graph/web/cayley"
	"github.com/nhiemky/nhiemky/graph/web/pages"
	"github.com/nhiemky/nhiemky/queries"
)

// serveOptions are the flags of serve.
type serveOptions struct {
	*global
	addr    string
	decided string // file of corrections
	log     *format
	options web.Options
}

// newServe serves Cayley's web UI and HTTP API.
func newServe(g *global) *cobra.Command {
	o := serveOptions{global: g}
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve pages to explore the store, Cayley's web UI and its HTTP API",
		Long: `Serves pages at /, Cayley's web UI at /cayley/ and its HTTP API below /api/ until Ctrl-C; none of
it needs a network. Anyone who can reach the port may read; there is no password. Without --addr, only
programs on this machine can reach it. A request is refused if its Host is neither a loopback name nor
allowed, or if it comes from a page of an origin that is not allowed.

The store is only read unless --writable is given: other commands may write to it meanwhile, and the
server goes on to what they finished. With --writable no other command can write; the store is changed
only by requests with the token: the address that serve prints gives it to the browser, programs send
Authorization: Bearer TOKEN. The token is new at each start unless ` + tokenVariable + ` sets it. Decisions
made on the pages are added to the file of corrections, which build reads too.

Each request is logged on stderr. If a query cannot be stopped, the server restarts, which cuts off the
other requests.`,
		Example: `nhiemky serve
nhiemky serve --addr 127.0.0.1:8080 --max-time 5s
nhiemky serve --writable --allow-origin https://notebook.example.org --log-format json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return o.run(cmd) },
	}
	f := cmd.Flags()
	f.StringVar(&o.addr, "addr", "127.0.0.1:64210", "the address to listen on, port 0 for a free one")
	f.BoolVar(&o.options.Writable, "writable", false, "let requests with the token change the store")
	f.StringSliceVar(&o.options.Hosts, "allow-host", nil, "another Host to answer to, with its port: graph.example.org:64210")
	f.Var((*originsFlag)(&o.options.Origins), "allow-origin", "an origin whose pages may ask the API: https://notebook.example.org; may be repeated")
	o.log = &format{value: "text", known: []string{"text", "json"}}
	f.Var(o.log, "log-format", "format of the request log: text, json")
	f.StringVar(&o.decided, "corrections", "", "file that keeps decisions with --writable; by default "+correctionsFile+" in the current folder")
	addLimits(cmd, &o.options.Limits)
	return cmd
}

func (o serveOptions) run(cmd *cobra.Command) error {
	stderr := cmd.ErrOrStderr()
	log := o.logger(stderr)
	o.options.Log = slog.New(log)
	if o.options.Writable {
		token, err := token()
		if err != nil {
			return fail(errUsage, err)
		}
		o.options.Token = token
	}
	named, err := offered()
	if err != nil {
		return err
	}
	o.options.Queries = named
	return o.withStore(store.Options{Read: !o.options.Writable}, func(s *store.Store) error {
		if err := o.addPages(cmd.Context(), s); err != nil { // before the address is printed, as it takes a moment
			return err
		}
		listener, err := net.Listen("tcp", o.addr)
		if err != nil {
			return fmt.Errorf("%w; give another address with --addr", err)
		}
		o.options.Hosts = append(o.options.Hosts, ownHost(listener.Addr())...)
		o.options.Limits.Runaway = anew(s.Path() == "", stderr, o.restart, runaway(stderr))
		server := web.NewServer(o.addr, web.Handler(s, o.options))
		server.ErrorLog = slog.NewLogLogger(log, slog.LevelWarn)
		o.announce(stderr, listener.Addr())
		go o.moveOn(cmd.Context(), s)
		return web.Serve(cmd.Context(), server, listener)
	})
}

// moveOnEvery is how soon a server answers from what another command wrote.
const moveOnEvery = time.Second

// moveOn lets the server answer from the newest finished write, until ctx ends.
func (o serveOptions) moveOn(ctx context.Context, s *store.Store) {
	said := ""
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(moveOnEvery):
		}
		moved, err := s.MoveOn()
		switch {
		case err != nil && err.Error() != said:
			said = err.Error()
			o.options.Log.Warn("answering from what was stored before: " + visible(said))
		case moved:
			said = ""
			o.options.Log.Info("the store was written to: answering from what is in it now")
		}
	}
}

// logger writes a line for each request, with --quiet only for those that fail.
func (o serveOptions) logger(w io.Writer) slog.Handler {
	options := &slog.HandlerOptions{}
	if o.quiet {
		options.Level = slog.LevelWarn
	}
	if o.log.value == "json" {
		return slog.NewJSONHandler(w, options)
	}
	return slog.NewTextHandler(w, options)
}

// restart restarts the server with the same token. It returns only if that fails.
func (o serveOptions) restart() error {
	if err := os.Setenv(tokenVariable, o.options.Token); err != nil {
		return err
	}
	return web.Restart()
}

// offered are the named queries in the form that Cayley's UI takes.
func offered() ([]cayley.Query, error) {
	all, err := queries.List()
	if err != nil {
		return nil, err
	}
	out := make([]cayley.Query, len(all))
	for i, q := range all {
		out[i] = cayley.Query{Name: q.File(), Lang: q.Language, Question: q.Question, Text: q.Text, Bind: bound(q)}
		for _, p := range q.Params {
			out[i].Params = append(out[i].Params, cayley.Param{Name: p.Name, Value: p.Sample, Meaning: p.Meaning})
		}
	}
	return out, nil
}

// anew restarts the server because of a query that does not stop when told to, and ends it if that
// fails. A store in memory would come back empty: then the server ends at once.
func anew(inMemory bool, stderr io.Writer, restart func() error, end func(error)) func(error) {
	return func(err error) {
		if !inMemory {
			fmt.Fprintf(stderr, "nhiemky: %s; the server restarts\n", visible(err.Error()))
			err = restart() // returns only if it fails
		}
		end(err)
	}
}

// ownHost is the address as a Host, if it names one machine.
func ownHost(addr net.Addr) []string {
	tcp, ok := addr.(*net.TCPAddr)
	if !ok || tcp.IP.IsUnspecified() {
		return nil
	}
	return []string{tcp.String()}
}

// announce says where the server is and what it allows.
func (o serveOptions) announce(stderr io.Writer, addr net.Addr) {
	access := "read only"
	if o.options.Writable {
		access = "writable"
	}
	url := "http://" + addr.String() + "/"
	tcp, ok := addr.(*net.TCPAddr)
	if ok && tcp.IP.IsUnspecified() {
		url = fmt.Sprintf("http://127.0.0.1:%d/", tcp.Port) // the server has no name, and this one is allowed
	}
	fmt.Fprintf(stderr, "serving %s, %s, at %s until Ctrl-C\n", o.store, access, url)
	if o.options.Writable {
		fmt.Fprintf(stderr, "to change things, open %s?token=%s\n", url, o.options.Token)
	}
	if ok && !tcp.IP.IsLoopback() {
		fmt.Fprintln(stderr, "other machines may reach it, and reading needs no password")
	}
}

// addPages sets what the pages need besides the store.
func (o *serveOptions) addPages(ctx context.Context, s *store.Store) error {
	lists, err := loadLists()
	if err != nil {
		return err
	}
	o.options.Pages.Places, o.options.Pages.Marker = lists, pages.NewMarker(lists, extract.New(lists))
	o.options.Pages.Bare, o.options.Pages.Ahead = lists.Bare, ctx
	if o.options.Writable {
		d := &decisions{path: o.decided, store: s}
		o.options.Pages.Decide, o.options.Pages.Decided, o.options.Pages.Withdraw = d.decide, d.decided, d.withdraw
	}
	return nil
}
