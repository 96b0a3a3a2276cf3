package web

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/nhiemky/nhiemky/graph/query"
)

const (
	readTimeout   = 2 * time.Minute  // for a request
	writeTimeout  = 30 * time.Second // for an answer, beside the time of its query
	changeTimeout = 10 * time.Minute // for writing what a request brings
	shutdownGrace = 10 * time.Second // for running requests when the server is told to stop
)

// NewServer makes an HTTP server with time limits for slow clients.
func NewServer(addr string, h http.Handler) *http.Server {
	return &http.Server{
		Addr: addr, Handler: h, MaxHeaderBytes: 64 << 10,
		ReadHeaderTimeout: 5 * time.Second, ReadTimeout: readTimeout,
		WriteTimeout: writeTimeout, IdleTimeout: 2 * time.Minute,
	}
}

// extendDeadline gives a request the time of its query, and the wait for its turn, on top of the time
// for the answer.
func extendDeadline(w http.ResponseWriter, l query.Limits) {
	if l.Time <= 0 {
		l = query.DefaultLimits()
	}
	setDeadline(w, 2*l.Time+writeTimeout)
}

func setDeadline(w http.ResponseWriter, d time.Duration) {
	// Ignored: some writers, as in tests, have no deadline.
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(d))
}

// Serve answers requests on a listener until ctx is done, then waits a while for running requests. After that the
// error is nil.
func Serve(ctx context.Context, srv *http.Server, l net.Listener) error {
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		late, cancel := context.WithTimeout(context.Background(), shutdownGrace)
		defer cancel()
		err := srv.Shutdown(late)
		if err != nil {
			err = errors.Join(fmt.Errorf("stopping: %w", err), srv.Close())
		}
		stopped <- err
	})
	err := srv.Serve(l)
	if stop() { // it ended by itself
		return fmt.Errorf("serving on %s: %w", l.Addr(), err)
	}
	return <-stopped
}
