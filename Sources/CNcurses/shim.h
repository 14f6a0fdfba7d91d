// SwiftPM does not notice edits of this file or of rescue.h: touch a Swift file in Sources/Ncurses after one.
#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H
// Without it curses.h declares nothing wide, and text beyond ASCII comes out as garbage.
#define NCURSES_WIDECHAR 1
#if !__has_include(<curses.h>)
#error "ncurses is missing: apt-get install libncurses-dev"
#endif
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <time.h>

#include "rescue.h"

// wchar.h declares it only under feature macros that Swift does not set.
extern int wcwidth(wchar_t scalar);
// Declared in term.h, whose macros rename half the English language.
extern int setupterm(const char *name, int descriptor, int *problem);

// MARK: Start and end

// Swift cannot see the codeset's name as a value: nl_langinfo takes a macro and answers with a static buffer.
static inline bool cn_is_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

// LC_CTYPE alone: numbers and dates stay as the program writes them.
static inline bool cn_set_locale(const char *name) { return setlocale(LC_CTYPE, name) != NULL; }

// initscr ends the program where the terminal is unknown; this asks first, and writes nothing.
static inline bool cn_knows_terminal(void) {
  int problem = 0;
  if (setupterm(NULL, STDOUT_FILENO, &problem) != OK) return false;
  return cn_capability("cup")[0] != 0 && tigetflag("hc") != 1;
}

// stdin, stdout and stdscr are shared mutable state that Swift refuses to touch.
static inline bool cn_start(void) {
  // The real size counts: LINES and COLUMNS may be left over from another window.
  use_env(FALSE);
  use_tioctl(TRUE);
  // Before anything is changed, so that a crash on the way gives it back.
  cn_saved.is_up = 1;
  if (newterm(NULL, stdout, stdin) == NULL) {
    cn_saved.is_up = 0;
    return false;
  }
  // Raw, not cbreak: Ctrl-S, Ctrl-Q, Ctrl-Z, Ctrl-\ and Ctrl-C are keys and neither freeze, stop nor kill.
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  // Or ncurses leaves a frame half drawn where a key is waiting, and keys are not its business.
  typeahead(-1);
  return true;
}

// The screen's pointer stays in C: Swift would have to store it.
static inline void cn_free(void) { delscreen(set_term(NULL)); }

// MARK: The screen

// Swift cannot call ioctl. A pseudo-terminal and the console take all at once and answer 0; a serial line has a number.
static inline int cn_bytes_on_the_way(void) {
  int count = 0;
  return ioctl(STDOUT_FILENO, TIOCOUTQ, &count) == 0 ? count : 0;
}

// COLS, LINES and getmaxyx are not for Swift.
static inline int cn_rows(void) { return getmaxy(stdscr); }

// As cn_rows.
static inline int cn_columns(void) { return getmaxx(stdscr); }

// resizeterm would also queue a KEY_RESIZE that nobody reads. Clears, for nobody knows what the terminal made of it.
static inline void cn_fit(void) {
  struct winsize real;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &real) == 0 && real.ws_row > 0 && real.ws_col > 0)
    resize_term(real.ws_row, real.ws_col);
  clearok(curscr, TRUE);
}

// stdscr is not for Swift.
static inline void cn_erase(void) { werase(stdscr); }

// Without attributes: those of the ground would be added to every letter.
static inline void cn_set_ground(short pair) {
  cchar_t blank;
  if (setcchar(&blank, L" ", A_NORMAL, pair, NULL) == OK) wbkgrnd(stdscr, &blank);
}

// A_BOLD and A_REVERSE are macros Swift cannot read, and setcchar wants a string that ends in 0.
// What the C library holds for wider or narrower than the frame does would shift the rest of the row.
static inline void cn_put(
    int row, int column, const wchar_t *scalars, int count, int columns, bool bold, bool reversed, short pair) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  cchar_t cell;
  attr_t attributes = (bold ? A_BOLD : A_NORMAL) | (reversed ? A_REVERSE : A_NORMAL);
  for (int i = 0; i < count && i < CCHARW_MAX; i++) text[i] = scalars[i];
  if (wmove(stdscr, row, column) != OK) return;
  if (wcwidth(text[0]) == columns && setcchar(&cell, text, attributes, pair, NULL) == OK) {
    // ERR in the bottom right corner, where the cursor cannot move on though the cell is written.
    wadd_wch(stdscr, &cell);
  } else if (setcchar(&cell, L"?", attributes, pair, NULL) == OK) {
    for (int i = 0; i < columns; i++) wadd_wch(stdscr, &cell);
  }
}

// ncurses ends an update by resetting colours; screen readers and tests want a cursor move last. Not mvcur: it writes
// through stdio, which holds the bytes back.
static inline void cn_show(int row, int column) {
  char move[64] = "";
  wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  doupdate();
  const char *string = tiparm(cn_capability("cup"), row, column);
  if (string != NULL) cn_add(move, sizeof move, string);
  cn_write(STDOUT_FILENO, move, strlen(move));
}

// MARK: Colours

// COLORS is shared mutable state; 0 where there are none.
static inline int cn_start_colors(void) {
  if (!has_colors() || start_color() == ERR) return 0;
  use_default_colors();
  return COLORS;
}

// init_pair takes shorts, too small for the RGB values of a direct-colour terminal.
static inline bool cn_set_pair(short pair, int foreground, int background) {
  return init_extended_pair(pair, foreground, background) == OK;
}

// MARK: Signals

// The set of signals read as events; sigset_t is tedious in Swift.
static inline sigset_t cn_signal_set(void) {
  static const int numbers[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
  sigset_t set;
  sigemptyset(&set);
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) sigaddset(&set, numbers[i]);
  return set;
}

// The next signal that came, 0 if none did: no Swift code ever runs in a handler.
static inline int cn_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  return read(descriptor, &info, sizeof info) == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

// SFD_ flags are an enum Swift cannot add up. A descriptor below 0 means that signals act as they always do.
static inline int cn_watch_signals(void) {
  sigset_t set = cn_signal_set();
  int descriptor = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
  if (descriptor >= 0) pthread_sigmask(SIG_BLOCK, &set, &cn_saved.mask);
  return descriptor;
}

// What came while the screen was being given back has been answered by that.
static inline void cn_forget_signals(int descriptor) {
  if (descriptor < 0) return;
  while (cn_next_signal(descriptor) != 0) continue;
  close(descriptor);
  pthread_sigmask(SIG_SETMASK, &cn_saved.mask, NULL);
}

// Stops as the terminal's own Ctrl-Z does: the whole job, or a script around the program would keep the shell waiting.
// The default action, not SIGSTOP: the kernel leaves it out where nobody could make the program go on.
static inline void cn_stop(bool whole_job) {
  struct sigaction as_usual, before;
  struct timespec no_time = {0, 0};
  sigset_t set;
  memset(&as_usual, 0, sizeof as_usual);
  as_usual.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &as_usual, &before);
  // Who started the program with Ctrl-Z ignored cannot make it go on.
  if (before.sa_handler != SIG_IGN) {
    kill(whole_job ? 0 : getpid(), SIGTSTP);
    sigemptyset(&set);
    sigaddset(&set, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    // Going on is no news here.
    sigemptyset(&set);
    sigaddset(&set, SIGCONT);
    sigtimedwait(&set, NULL, &no_time);
  }
  sigaction(SIGTSTP, &before, NULL);
}
#endif
