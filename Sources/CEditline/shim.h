#ifndef STENO_CEDITLINE_SHIM_H
#define STENO_CEDITLINE_SHIM_H
// What the line editor needs of C and Swift does not import: variadic functions, macros, a signal handler.
#include <fcntl.h>
#include <histedit.h>
#include <locale.h>
#include <langinfo.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>
#if defined(__linux__)
#include <pty.h>
#include <sys/signalfd.h>
#else
#include <util.h>
#endif

/// The bindings of libedit's keymap as its `bind` prints them; to be freed. libedit insists on a terminal, and may switch
/// its modes: it gets a pseudo-terminal that nobody looks at.
///
/// @param mode      "emacs" or "vi"
/// @param settings  whether the user's ~/.editrc changes them
/// @param fixed     whether the mode stays, whatever ~/.editrc says
/// @param vi        becomes whether the mode is vi
static inline char *_Nullable cel_bindings(const char *_Nonnull mode, int settings, int fixed, int *_Nonnull vi) {
    int controller = -1, terminal = -1;
    char *text = NULL;
    size_t count = 0;
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    if (openpty(&controller, &terminal, NULL, NULL, &size) != 0) return NULL;
    fcntl(controller, F_SETFD, FD_CLOEXEC);
    fcntl(terminal, F_SETFD, FD_CLOEXEC);
    FILE *listing = open_memstream(&text, &count);
    EditLine *el = listing ? el_init_fd("steno", listing, listing, listing, terminal, terminal, terminal) : NULL;
    if (el) {
        const char *name = NULL;
        el_set(el, EL_EDITOR, mode);
        if (settings) el_source(el, NULL);
        if (fixed) el_set(el, EL_EDITOR, mode);
        *vi = el_get(el, EL_EDITOR, &name) == 0 && name && name[0] == 'v';
        // What was said about a faulty ~/.editrc is no binding.
        fseek(listing, 0, SEEK_SET);
        el_set(el, EL_BIND, (char *)0);
        el_end(el);
    }
    if (listing) fclose(listing);
    close(controller);
    close(terminal);
    return text;
}
// For the probe that measures libedit alone.
static inline int cel_set_mode(EditLine *_Nonnull el, const char *_Nonnull mode) { return el_set(el, EL_EDITOR, mode); }
static inline int cel_window_size(int file, struct winsize *_Nonnull size) { return ioctl(file, TIOCGWINSZ, size); }
// glibc shows wcwidth only to programs that ask for X/Open.
extern int wcwidth(wchar_t);
// Under names of their own: `write` and `close` are methods where they are called.
static inline ssize_t cel_write(int file, const void *_Nullable bytes, size_t count) { return write(file, bytes, count); }
static inline int cel_close(int file) { return close(file); }

/// Bytes that can be read.
static inline int cel_waiting_bytes(int file) {
    int count = 0;
    return ioctl(file, FIONREAD, &count) == 0 ? count : 0;
}

// What a crash gives back. A handler may call nothing but what POSIX calls async-signal-safe, so it cannot be Swift.
struct cel_crash {
    int input, output;
    struct termios modes;
    const void *_Nullable farewell;
    size_t count;
    struct sigaction before[NSIG];
    char stack[1 << 16];
};
static inline struct cel_crash *_Nonnull cel_crash_state(void) {
    static struct cel_crash state;
    return &state;
}

static void cel_crashed(int signal, siginfo_t *_Nonnull info, void *_Nullable context) {
    (void)context;
    struct cel_crash *crash = cel_crash_state();
    tcsetattr(crash->input, TCSANOW, &crash->modes);
    if (write(crash->output, crash->farewell, crash->count) < 0) {}
    sigaction(signal, &crash->before[signal], NULL);
    // A fault happens again when the handler returns; a signal that was sent does not. Twice: the Swift runtime's
    // handler, where there is one, shows its backtrace, gives the signal up and returns.
    if (info->si_code <= 0) {
        raise(signal);
        raise(signal);
    }
}

/// From now on a crash restores the terminal before it takes its course. To be called from one place only: every
/// file that includes this has variables of its own.
static inline void cel_restore_on_crash(
    int input, int output, const struct termios *_Nonnull modes, const void *_Nonnull farewell, size_t count) {
    static const int signals[] = {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS};
    struct cel_crash *crash = cel_crash_state();
    crash->input = input;
    crash->output = output;
    crash->modes = *modes;
    crash->farewell = farewell;
    crash->count = count;
    // A stack that has overflowed takes no handler: it gets one of its own, unless the runtime gave it one.
    stack_t stack = {.ss_sp = crash->stack, .ss_size = sizeof crash->stack}, before;
    if (sigaltstack(NULL, &before) == 0 && (before.ss_flags & SS_DISABLE)) sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_sigaction = cel_crashed, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
    for (size_t index = 0; index < sizeof signals / sizeof *signals; index++)
        sigaction(signals[index], &action, &crash->before[signals[index]]);
}

/// Stops the job as the default action of SIGTSTP does; returns when it goes on.
static inline void cel_stop_process(void) {
    struct sigaction standard = {.sa_handler = SIG_DFL}, before;
    sigaction(SIGTSTP, &standard, &before);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &before, NULL);
}

#endif
