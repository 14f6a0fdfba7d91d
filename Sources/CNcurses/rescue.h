// Gives the terminal back when the program crashes or calls exit(): only what a signal handler may call.
#ifndef CNCURSES_RESCUE_H
#define CNCURSES_RESCUE_H
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

#define CN_CRASHES 6
#define CN_HANDLED 5

struct cn_saved {
  volatile sig_atomic_t is_up;         // The screen is ours: there is something to give back.
  volatile sig_atomic_t has_pointer;   // The terminal was asked to tell of the pointer.
  pid_t process;                       // A child that crashes must not touch its parent's terminal.
  struct termios modes;                // The terminal's modes as they were found.
  char leaving[640];                   // The bytes that give the screen back.
  char clearing[64];                   // Those that clear it, where there is no other screen to go back to.
  int errors_fd;                       // The real standard error, where it is a terminal; else -1.
  int kept_fd;                         // The file that takes its place while the screen is up.
  off_t told;                          // How much of that file was written to the real one.
  bool watches_exit;                   // atexit was asked already.
  bool wants_backtrace;                // Somebody asked for Swift's backtraces.
  sigset_t mask;                       // The signals that were blocked.
  stack_t stack;                       // The signal stack that was in use.
  struct sigaction crashes[CN_CRASHES];  // What was done about crashes,
  struct sigaction handled[CN_HANDLED];  // and about what ncurses handles, and broken pipes.
};

// Weak: a plain static would be a copy for each Swift file. This is all the state there is in C.
// Begun with a value, without which Swift only declares it and its address is 0.
__attribute__((weak)) struct cn_saved cn_saved = {0};
// A crash may well be a stack that is full.
__attribute__((weak)) char cn_crash_stack[65536] = {0};

// Tables as functions: a table in a header is another copy per file.
static inline int cn_crash_signal(int i) {
  static const int numbers[CN_CRASHES] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
  return numbers[i];
}

// Those ncurses puts handlers on, and SIGPIPE.
static inline int cn_handled_signal(int i) {
  static const int numbers[CN_HANDLED] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH, SIGPIPE};
  return numbers[i];
}

// Writes all of it, or what a terminal that stands still takes within half a second.
static inline void cn_write(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      struct pollfd ready = {.fd = descriptor, .events = POLLOUT};
      if (poll(&ready, 1, 500) <= 0) return;
    } else if (written == 0 || errno != EINTR) {
      return;
    }
  }
}

// MARK: Standard error

// What is written to it would be drawn into the screen and lost: it goes to a file in memory until the screen is gone.
static inline void cn_prepare_errors(void) {
  cn_saved.errors_fd = -1;
  cn_saved.kept_fd = -1;
  cn_saved.told = 0;
  if (!isatty(STDERR_FILENO)) return;
  cn_saved.kept_fd = (int)syscall(SYS_memfd_create, "errors", 1u /* MFD_CLOEXEC */);
  if (cn_saved.kept_fd < 0) return;
  fcntl(cn_saved.kept_fd, F_SETFL, O_APPEND);
  cn_saved.errors_fd = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
}

// While the screen is up.
static inline void cn_keep_errors(void) {
  if (cn_saved.errors_fd >= 0) dup2(cn_saved.kept_fd, STDERR_FILENO);
}

// Shows what was kept; also called from the crash handler.
static inline void cn_tell_errors(void) {
  char bytes[1024];
  ssize_t count;
  if (cn_saved.errors_fd < 0) return;
  dup2(cn_saved.errors_fd, STDERR_FILENO);
  while ((count = pread(cn_saved.kept_fd, bytes, sizeof bytes, cn_saved.told)) > 0) {
    cn_write(STDERR_FILENO, bytes, (size_t)count);
    cn_saved.told += count;
  }
}

// The descriptors must not outlive the screen.
static inline void cn_close_errors(void) {
  if (cn_saved.kept_fd >= 0) close(cn_saved.kept_fd);
  if (cn_saved.errors_fd >= 0) close(cn_saved.errors_fd);
  cn_saved.kept_fd = cn_saved.errors_fd = -1;
}

// MARK: The screen

// A terminal's own string for something, never NULL; "" where it has none.
static inline const char *cn_capability(const char *name) {
  const char *found = tigetstr((char *)name);
  return found == NULL || found == (const char *)-1 ? "" : found;
}

// Adds a string of the terminal's, without the pauses `$<5>` that only tputs understands.
static inline void cn_add(char *to, size_t room, const char *string) {
  size_t length = strlen(to);
  while (*string != 0 && length + 1 < room) {
    const char *end = string[0] == '$' && string[1] == '<' ? strchr(string, '>') : NULL;
    if (end != NULL) {
      string = end + 1;
    } else {
      to[length++] = *string++;
    }
  }
  to[length] = 0;
}

// Every terminal that has this other screen knows bracketed paste or passes over it; terminfo often does not say.
static inline bool cn_brackets_paste(void) { return strstr(cn_capability("smcup"), "\033[?1049h") != NULL; }

// Of those with another screen the ones that tell of a pointer; the Linux console's entry promises one it does not have.
static inline bool cn_knows_pointer(void) { return cn_capability("kmous")[0] != 0 && cn_capability("smcup")[0] != 0; }

// Presses and releases, with numbers of any size where the terminal can.
#define CN_POINTER_ON "\033[?1000;1006h"
#define CN_POINTER_OFF "\033[?1006;1000l"

// Also from a signal handler.
static inline void cn_write_pointer(bool is_on) {
  const char *bytes = is_on ? CN_POINTER_ON : CN_POINTER_OFF;
  if (cn_saved.has_pointer) cn_write(STDOUT_FILENO, bytes, strlen(bytes));
}

// Once it is asked a crash has to take that back, so it is noted first.
static inline void cn_listen_to_pointer(bool is_on) {
  if (is_on == (cn_saved.has_pointer != 0) || !cn_knows_pointer()) return;
  if (is_on) cn_saved.has_pointer = 1;
  if (cn_saved.is_up) cn_write_pointer(is_on);
  if (!is_on) cn_saved.has_pointer = 0;
}

// Terminfo is not for signal handlers: what it says is copied beforehand.
static inline void cn_prepare_leaving(void) {
  bool has_other_screen = cn_capability("rmcup")[0] != 0;
  cn_saved.leaving[0] = cn_saved.clearing[0] = 0;
  // Nothing private may stay where there is no other screen.
  if (!has_other_screen) {
    cn_add(cn_saved.clearing, sizeof cn_saved.clearing, cn_capability("sgr0"));
    cn_add(cn_saved.clearing, sizeof cn_saved.clearing, cn_capability("clear"));
  }
  if (cn_brackets_paste()) cn_add(cn_saved.leaving, sizeof cn_saved.leaving, "\033[?2004l");
  cn_add(cn_saved.leaving, sizeof cn_saved.leaving, cn_capability("rmkx"));
  cn_add(cn_saved.leaving, sizeof cn_saved.leaving, cn_capability("op"));
  cn_add(cn_saved.leaving, sizeof cn_saved.leaving, cn_capability("sgr0"));
  cn_add(cn_saved.leaving, sizeof cn_saved.leaving, cn_capability("rmcup"));
  cn_add(cn_saved.leaving, sizeof cn_saved.leaving, cn_saved.clearing);
  cn_add(cn_saved.leaving, sizeof cn_saved.leaving, cn_capability("cnorm"));
}

// The screen is up, or up again.
static inline void cn_take(void) {
  cn_saved.is_up = 1;
  if (cn_brackets_paste()) cn_write(STDOUT_FILENO, "\033[?2004h", 8);
  cn_keep_errors();
}

// In the ordinary way, by ncurses itself.
static inline void cn_give_back(void) {
  if (!cn_saved.is_up) return;
  cn_write_pointer(false);
  if (cn_brackets_paste()) cn_write(STDOUT_FILENO, "\033[?2004l", 8);
  endwin();
  cn_write(STDOUT_FILENO, cn_saved.clearing, strlen(cn_saved.clearing));
  tcsetattr(STDIN_FILENO, TCSANOW, &cn_saved.modes);
  cn_tell_errors();
  // Last: a crash before this gives back what is not given back yet.
  cn_saved.is_up = 0;
}

// Without ncurses, whose endwin must not be called from a handler.
static inline void cn_rescue(void) {
  if (!cn_saved.is_up || cn_saved.process != getpid()) return;
  cn_write_pointer(false);
  cn_write(STDOUT_FILENO, cn_saved.leaving, strlen(cn_saved.leaving));
  // Before the messages: ncurses turned line ends into bare line feeds.
  tcsetattr(STDIN_FILENO, TCSANOW, &cn_saved.modes);
  cn_tell_errors();
  // Last: a crash while exit() does this does it again, whole.
  cn_saved.is_up = 0;
}

// Then the crash goes on: to the default action, or to Swift's backtracer where somebody asked for it. Unasked, that one
// takes the keyboard, asks a question nobody at a bedside can answer, and goes on after a signal that was sent.
static inline void cn_crashed(int number) {
  int kept = errno;
  cn_rescue();
  if (cn_saved.wants_backtrace) {
    for (int i = 0; i < CN_CRASHES; i++) {
      if (cn_crash_signal(i) == number) sigaction(number, &cn_saved.crashes[i], NULL);
    }
  } else {
    signal(number, SIG_DFL);
  }
  raise(number);
  errno = kept;
}

// MARK: Handlers

// Before ncurses starts. In C: a Swift closure as a handler traps off the main thread.
static inline void cn_prepare_rescue(void) {
  struct sigaction crash;
  stack_t stack;
  cn_saved.is_up = 0;
  cn_saved.has_pointer = 0;
  cn_saved.process = getpid();
  cn_saved.wants_backtrace = getenv("SWIFT_BACKTRACE") != NULL;
  tcgetattr(STDIN_FILENO, &cn_saved.modes);
  for (int i = 0; i < CN_HANDLED; i++) sigaction(cn_handled_signal(i), NULL, &cn_saved.handled[i]);
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = cn_crash_stack;
  stack.ss_size = sizeof cn_crash_stack;
  if (sigaltstack(NULL, &cn_saved.stack) == 0 && (cn_saved.stack.ss_flags & SS_DISABLE)) sigaltstack(&stack, NULL);
  memset(&crash, 0, sizeof crash);
  crash.sa_handler = cn_crashed;
  crash.sa_flags = SA_ONSTACK;
  // All: setting the modes from the background must not stop a program that is ending.
  sigfillset(&crash.sa_mask);
  for (int i = 0; i < CN_CRASHES; i++) sigaction(cn_crash_signal(i), &crash, &cn_saved.crashes[i]);
  if (!cn_saved.watches_exit) cn_saved.watches_exit = atexit(cn_rescue) == 0;
  cn_prepare_errors();
}

// After ncurses started: its own handlers would end the program without a word to the rest of it.
static inline void cn_drop_handlers(void) {
  struct sigaction ignore;
  for (int i = 0; i < CN_HANDLED; i++) sigaction(cn_handled_signal(i), &cn_saved.handled[i], NULL);
  memset(&ignore, 0, sizeof ignore);
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &ignore, NULL);
}

// When the screen is gone for good.
static inline void cn_end_rescue(void) {
  for (int i = 0; i < CN_CRASHES; i++) sigaction(cn_crash_signal(i), &cn_saved.crashes[i], NULL);
  for (int i = 0; i < CN_HANDLED; i++) sigaction(cn_handled_signal(i), &cn_saved.handled[i], NULL);
  if (cn_saved.stack.ss_flags & SS_DISABLE) sigaltstack(&cn_saved.stack, NULL);
  cn_close_errors();
}
#endif
