//go:build unix

package main

import (
	"os/exec"
	"syscall"
)

// ownGroup puts a command into a group of its own: when its time is over, what it started ends with it.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
