package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/nhiemky/nhiemky/graph/web"
)

// tokenVariable is the name of the environment variable with the token for serve.
const tokenVariable = "NHIEMKY_TOKEN"

// token is the token in the environment, or a new one.
func token() (string, error) {
	given := os.Getenv(tokenVariable)
	if given == "" {
		return web.NewToken(), nil
	}
	if err := web.CheckToken(given); err != nil {
		return "", fmt.Errorf("%s: %w", tokenVariable, err)
	}
	return given, nil
}

// originsFlag is the flag --allow-origin, one origin at a time.
type originsFlag []string

func (o *originsFlag) String() string { return strings.Join(*o, ",") }
func (o *originsFlag) Type() string   { return "origin" }

// Set refuses a value that is no origin.
func (o *originsFlag) Set(value string) error {
	if err := web.CheckOrigin(value); err != nil {
		return err
	}
	*o = append(*o, value)
	return nil
}
