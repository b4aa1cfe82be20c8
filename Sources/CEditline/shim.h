#ifndef STENO_CEDITLINE_SHIM_H
#define STENO_CEDITLINE_SHIM_H
// libedit's variadic functions, one static inline function for each use: Swift does not import C variadics.
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
#include <sys/signalfd.h>
#endif

// The real type of an EL_ADDFN function; histedit.h does not declare it.
typedef unsigned char (*cel_key_function)(EditLine *_Nonnull, wint_t);
typedef int (*cel_reader)(EditLine *_Nonnull, wchar_t *_Nonnull);
typedef wchar_t *_Nullable (*cel_prompt)(EditLine *_Nonnull);

static inline int cel_set_reader(EditLine *_Nonnull el, cel_reader _Nonnull f) { return el_wset(el, EL_GETCFN, f); }
static inline int cel_set_prompt(EditLine *_Nonnull el, cel_prompt _Nonnull f, wchar_t escape) {
    return el_wset(el, EL_PROMPT_ESC, f, escape);
}
static inline int cel_set_context(EditLine *_Nonnull el, void *_Nullable context) {
    return el_wset(el, EL_CLIENTDATA, context);
}
static inline void *_Nullable cel_context(EditLine *_Nonnull el) {
    void *context = NULL;
    el_wget(el, EL_CLIENTDATA, &context);
    return context;
}
// The narrow call copies its strings, the wide one keeps pointers to them.
static inline int cel_add_function(EditLine *_Nonnull el, const char *_Nonnull name, cel_key_function _Nonnull f) {
    return el_set(el, EL_ADDFN, name, name, f);
}
static inline int cel_bind(EditLine *_Nonnull el, const char *_Nonnull key, const char *_Nonnull command) {
    return el_set(el, EL_BIND, key, command, (char *)0);
}
static inline int cel_bind_alternative(
    EditLine *_Nonnull el, const char *_Nonnull key, const char *_Nonnull command) {
    return el_set(el, EL_BIND, "-a", key, command, (char *)0);
}
static inline int cel_set_mode(EditLine *_Nonnull el, const char *_Nonnull mode) { return el_set(el, EL_EDITOR, mode); }
static inline int cel_set_tty(EditLine *_Nonnull el, const char *_Nonnull set, const char *_Nonnull flag) {
    return el_set(el, EL_SETTY, set, flag, (char *)0);
}
static inline int cel_prepare_terminal(EditLine *_Nonnull el, int prepared) {
    return el_set(el, EL_PREP_TERM, prepared);
}
static inline int cel_set_editing(EditLine *_Nonnull el, int editing) { return el_set(el, EL_EDITMODE, editing); }
static inline int cel_refresh(EditLine *_Nonnull el) { return el_set(el, EL_REFRESH); }
static inline EditLine *_Nullable cel_open(const char *_Nonnull program, int input, int output) {
    return el_init_fd(program, stdin, stdout, stderr, input, output, 2);
}
static inline int cel_window_size(int file, struct winsize *_Nonnull size) { return ioctl(file, TIOCGWINSZ, size); }
// glibc shows wcwidth only to programs that ask for X/Open.
extern int wcwidth(wchar_t);
// Under names of their own: `write` and `close` are methods where they are called.
static inline ssize_t cel_write(int file, const void *_Nullable bytes, size_t count) { return write(file, bytes, count); }
static inline int cel_close(int file) { return close(file); }

#endif
