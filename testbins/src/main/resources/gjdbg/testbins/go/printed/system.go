package main

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// What the operating system has given: files, connections, processes, timers.
func init() {
	adders = append(adders, func(s *shelf) {
		s.add("Stdout", os.Stdout, fmt.Sprintf("os.File(%q, fd %d)", os.Stdout.Name(), os.Stdout.Fd()))
		folder, err := os.MkdirTemp("", "printed")
		if err != nil {
			panic(err)
		}
		defer os.RemoveAll(folder)
		path := filepath.Join(folder, "a \"file\"")
		file, _ := os.Create(path)
		file.WriteString("text")
		info, _ := file.Stat()
		s.add("Stat", info, fmt.Sprintf("%v %d %s %s", info.Mode(), info.Size(), info.ModTime().Format("2006-01-02 15:04:05"), info.Name()))
		closed := fmt.Sprintf("os.File(%q, closed)", file.Name())
		file.Close()
		s.add("Closed", file, closed)
		os.Mkdir(filepath.Join(folder, "b"), 0o750)
		os.Symlink("b", filepath.Join(folder, "c"))
		entries, _ := os.ReadDir(folder)
		s.add("Entries", entries, "[]io/fs.DirEntry {- a \"file\", d b/, L c}")
		info, _ = os.Stat(filepath.Join(folder, "b"))
		s.add("MadeEntry", fs.FileInfoToDirEntry(info), "d b/")
		s.add("StatFolder", info, fmt.Sprintf("%v %d %s b/", info.Mode(), info.Size(), info.ModTime().Format("2006-01-02 15:04:05")))

		listener, _ := net.Listen("tcp", "127.0.0.1:0")
		accepted := make(chan net.Conn, 1)
		go func() {
			connection, _ := listener.Accept()
			accepted <- connection
		}()
		dialled, _ := net.Dial("tcp", listener.Addr().String())
		s.add("Listener", listener, fmt.Sprintf("net.TCPListener(tcp %v, fd %d)", listener.Addr(), number(listener)))
		for i, each := range []net.Conn{dialled, <-accepted} {
			s.add(fmt.Sprint("TCP", i), each, fmt.Sprintf("net.TCPConn(tcp %v -> %v, fd %d)", each.LocalAddr(), each.RemoteAddr(), number(each)))
		}
		ended, _ := net.Dial("tcp", listener.Addr().String())
		ends := fmt.Sprintf("net.TCPConn(tcp %v -> %v, closed)", ended.LocalAddr(), ended.RemoteAddr())
		ended.Close()
		s.add("Ended", ended, ends)
		packets, _ := net.ListenPacket("udp", "127.0.0.1:0")
		s.add("Packets", packets, fmt.Sprintf("net.UDPConn(udp %v, fd %d)", packets.LocalAddr(), number(packets)))
		sockets, _ := net.Listen("unix", filepath.Join(folder, "s"))
		s.add("Sockets", sockets, fmt.Sprintf("net.UnixListener(unix %v, fd %d)", sockets.Addr(), number(sockets)))
		socket, _ := net.Dial("unix", sockets.Addr().String())
		s.add("Socket", socket, fmt.Sprintf("net.UnixConn(unix %v -> %v, fd %d)", socket.LocalAddr(), socket.RemoteAddr(), number(socket)))

		command := exec.Command("/bin/echo", "-n", "a b")
		s.add("Command", command, "exec.Cmd("+command.String()+")")
		missing := exec.Command("no-such-program", "x")
		s.add("Missing", missing, "exec.Cmd("+missing.String()+")")
		running := exec.Command("/bin/cat")
		input, _ := running.StdinPipe()
		running.Start()
		s.add("Running", running, fmt.Sprintf("exec.Cmd(%v, pid %d)", running, running.Process.Pid))
		s.add("Process", running.Process, fmt.Sprintf("os.Process(pid %d)", running.Process.Pid))
		for i, script := range []string{"exit 0", "exit 7", "kill -TERM $$"} {
			over := exec.Command("/bin/sh", "-c", script)
			over.Run()
			s.add(fmt.Sprint("Over", i), over, fmt.Sprintf("exec.Cmd(%v, pid %d, %v)", over, over.ProcessState.Pid(), over.ProcessState))
			s.add(fmt.Sprint("State", i), over.ProcessState, over.ProcessState.String())
		}

		logger := log.New(io.Discard, "it: ", log.LstdFlags|log.LUTC|log.Lmsgprefix)
		s.add("Logger", logger, fmt.Sprintf("~log.Logger(prefix %q, Ldate|Ltime|LUTC|Lmsgprefix, to ", logger.Prefix()))
		s.add("PlainLogger", log.New(os.Stderr, "", 0), `log.Logger(to os.File("/dev/stderr", fd 2))`)

		scanner := bufio.NewScanner(strings.NewReader("one two\nthree\n"))
		s.add("NotScanned", scanner, "bufio.Scanner(not begun)")
		words := bufio.NewScanner(strings.NewReader("one two\nthree\n"))
		words.Split(bufio.ScanWords)
		words.Scan()
		s.add("Words", words, fmt.Sprintf("bufio.Scanner(at %q, %q to come)", words.Text(), "two\nthree\n"))
		over := bufio.NewScanner(strings.NewReader("one"))
		for over.Scan() {
		}
		s.add("Scanned", over, "bufio.Scanner(done)")

		timer, ticker, called := time.NewTimer(time.Hour), time.NewTicker(90*time.Minute), time.AfterFunc(time.Hour, func() {})
		s.add("Timer", timer, "~time.Timer(due in 59m")
		s.add("Ticker", ticker, "~time.Ticker(every 1h30m0s, due in 1h29m")
		s.add("AfterFunc", called, "~, of AfterFunc)")
		moved := time.NewTimer(time.Hour)
		moved.Reset(3 * time.Hour)
		s.add("Moved", moved, "~time.Timer(due in 2h59m")
		stopped, stoppedTicker := time.NewTimer(time.Hour), time.NewTicker(time.Hour)
		stopped.Stop()
		stoppedTicker.Stop()
		s.add("Stopped", stopped, "~time.Timer(")
		s.add("StoppedTicker", stoppedTicker, "~time.Ticker(every 1h0m0s, ")
		fired := time.NewTimer(1)
		<-fired.C
		s.add("Fired", fired, "time.Timer(not running)")
		s.add("NoTimer", &time.Timer{}, "~time.Timer(not ")
		keepAll = append(keepAll, timer, ticker, called, moved, stopped, fired, input, dialled, listener)
	})
}

var keepAll []interface{}

// The number of a connection's file descriptor.
func number(connection interface{}) (number int) {
	raw, err := connection.(interface {
		SyscallConn() (syscall.RawConn, error)
	}).SyscallConn()
	if err != nil {
		panic(err)
	}
	raw.Control(func(fd uintptr) { number = int(fd) })
	return number
}
