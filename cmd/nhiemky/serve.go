package main

import (
	"fmt"
	"io"
	"log/slog"
	"net"

	"github.com/spf13/cobra"

	"github.com/nhiemky/nhiemky/graph"
	"github.com/nhiemky/nhiemky/graph/web"
	"github.com/nhiemky/nhiemky/graph/web/cayley"
	"github.com/nhiemky/nhiemky/queries"
)

// serveOptions are the flags of serve.
type serveOptions struct {
	*global
	addr    string
	options web.Options
}

// newServe serves Cayley's web UI and HTTP API.
func newServe(g *global) *cobra.Command {
	o := serveOptions{global: g}
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve Cayley's web UI and HTTP API over the store",
		Long: `Serves Cayley's web UI, below /cayley/, and its HTTP API until Ctrl-C. Whoever reaches the port may
read; nobody is asked for a password. Without --addr only programs of this machine reach it. Requests
whose Host is neither a loopback name nor allowed are refused, and so are those of pages of other
origins. The store is only read unless --writable is given. Each request is a line on stderr. A query
that nothing can stop makes the server start anew, and cuts off the requests beside it.`,
		Example: `nhiemky serve
nhiemky serve --addr 127.0.0.1:8080 --max-time 5s`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return o.run(cmd) },
	}
	f := cmd.Flags()
	f.StringVar(&o.addr, "addr", "127.0.0.1:64210", "the address to listen on, port 0 for a free one")
	f.BoolVar(&o.options.Writable, "writable", false, "let requests add and delete quads")
	f.StringSliceVar(&o.options.Hosts, "allow-host", nil, "a further Host to answer to, with its port: graph.example.org:64210")
	addLimits(cmd, &o.options.Limits)
	return cmd
}

func (o serveOptions) run(cmd *cobra.Command) error {
	stderr := cmd.ErrOrStderr()
	if !o.quiet {
		o.options.Log = slog.New(slog.NewTextHandler(stderr, nil))
	}
	named, err := offered()
	if err != nil {
		return err
	}
	o.options.Queries = named
	return o.withStore(graph.Options{}, func(s *graph.Store) error {
		listener, err := net.Listen("tcp", o.addr)
		if err != nil {
			return fmt.Errorf("%w; give another address with --addr", err)
		}
		o.options.Hosts = append(o.options.Hosts, ownHost(listener.Addr())...)
		o.options.Limits.Runaway = anew(s.Path() == "", stderr, web.Restart, runaway(stderr))
		o.announce(stderr, listener.Addr())
		return web.Serve(cmd.Context(), web.NewServer(o.addr, web.Handler(s, o.options)), listener)
	})
}

// offered are the named queries as Cayley's UI offers them.
func offered() ([]cayley.Query, error) {
	all, err := queries.List()
	if err != nil {
		return nil, err
	}
	out := make([]cayley.Query, len(all))
	for i, q := range all {
		out[i] = cayley.Query{Name: q.File(), Lang: q.Language, Question: q.Question, Text: q.Text, Bind: q.Bind}
		for _, p := range q.Params {
			out[i].Params = append(out[i].Params, cayley.Param{Name: p.Name, Value: p.Sample, Meaning: p.Meaning})
		}
	}
	return out, nil
}

// anew starts the server anew for a query that does not stop when it is told to, and ends it where
// that fails. A store in memory would come back empty: then the server ends at once.
func anew(inMemory bool, stderr io.Writer, restart func() error, end func(error)) func(error) {
	return func(err error) {
		if !inMemory {
			fmt.Fprintf(stderr, "nhiemky: %s; the server starts anew\n", visible(err.Error()))
			err = restart() // returns only when it fails
		}
		end(err)
	}
}

// ownHost is the address as a Host, where it is that of one machine.
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
	fmt.Fprintf(stderr, "serving %s, %s, at http://%s/ until Ctrl-C\n", o.store, access, addr)
	if tcp, ok := addr.(*net.TCPAddr); ok && !tcp.IP.IsLoopback() {
		fmt.Fprintln(stderr, "other machines may reach it: nobody is asked for a password")
	}
}
