// The only door to GNU readline. Its variables are not concurrency-safe in the eyes of Swift 6, and some of
// what is needed are macros; so everything goes through the small functions below.
//
// No function here keeps a static variable: each Swift file that calls an inline function may get a copy of
// its own.

#ifndef KARTOITIN_CREADLINE_SHIM_H
#define KARTOITIN_CREADLINE_SHIM_H

#include <langinfo.h>
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <readline/readline.h>

// MARK: - The editor

/// The only byte that means anything to the keymap; see line_editor_start.
#define LINE_EDITOR_ENTER '\r'

/// Columns that readline is told of at least.
#define LINE_EDITOR_NARROWEST 10

/// Prepares readline as a line editor and nothing else. Set INPUTRC and LC_ALL before calling.
///
/// The keymap holds one key, Enter. Text and movements are given by the functions below, so that nothing a
/// person can type reaches completion, history, the kill ring, macros or numeric arguments. Terminal modes
/// and signals are the caller's: readline touches neither.
static inline void line_editor_start(void) {
    rl_readline_name = "kartoitin";
    rl_catch_signals = 0;
    rl_catch_sigwinch = 0;
    rl_change_environment = 0;
    rl_inhibit_completion = 1;
    rl_prep_term_function = NULL;
    rl_deprep_term_function = NULL;
    rl_variable_bind("bind-tty-special-chars", "off");
    rl_variable_bind("bell-style", "none");
    rl_variable_bind("enable-bracketed-paste", "off");
    rl_initialize();
    rl_tty_set_echoing(1);
    Keymap keys = rl_make_bare_keymap();
    rl_bind_key_in_map(LINE_EDITOR_ENTER, rl_newline, keys);
    rl_set_keymap(keys);
}

/// Undoes the keymap of line_editor_start.
static inline void line_editor_stop(void) {
    Keymap keys = rl_get_keymap();
    rl_set_keymap(rl_get_keymap_by_name("emacs"));
    rl_free_keymap(keys);
}

static inline void line_editor_set_size(int rows, int columns) {
    rl_set_screen_size(rows, columns < LINE_EDITOR_NARROWEST ? LINE_EDITOR_NARROWEST : columns);
}

/// Shows the prompt and starts a line. `finished` gets the line, which it must release with
/// line_editor_release, and must call line_editor_end.
static inline void line_editor_begin(
    const char *_Nonnull prompt, int rows, int columns, void (*_Nonnull finished)(char *_Nullable)) {
    line_editor_set_size(rows, columns);
    rl_callback_handler_install(prompt, finished);
}

/// Ends the line, whether it was accepted or given up.
static inline void line_editor_end(void) {
    rl_callback_handler_remove();
    rl_free_undo_list();
}

/// Accepts the line: calls `finished` before it returns.
static inline void line_editor_accept(void) {
    rl_stuff_char(LINE_EDITOR_ENTER);
    rl_callback_read_char();
}

static inline void line_editor_insert(const char *_Nonnull text) { rl_insert_text(text); }
static inline void line_editor_backspace(void) { if (rl_point > 0) rl_rubout(1, 0); }
static inline void line_editor_delete(void) { if (rl_point < rl_end) rl_delete(1, 0); }
static inline void line_editor_left(void) { rl_backward_char(1, 0); }
static inline void line_editor_right(void) { rl_forward_char(1, 0); }
static inline void line_editor_home(void) { rl_beg_of_line(1, 0); }
static inline void line_editor_end_of_line(void) { rl_end_of_line(1, 0); }

/// Bytes on the line now.
static inline int line_editor_length(void) { return rl_end; }

/// Brings the screen up to date. The functions above do not, so that many changes cost one redisplay.
static inline void line_editor_redisplay(void) { rl_redisplay(); }

/// Draws the line again for a window of another size.
///
/// Not rl_resize_terminal, which asks the terminal itself: in a window of two columns readline divides by
/// zero, so it must not learn of one.
static inline void line_editor_resized(int rows, int columns) {
    rl_clear_visible_line();
    line_editor_set_size(rows, columns);
    rl_forced_update_display();
}

/// Writes out what readline has put into the standard output's buffer.
static inline void line_editor_flush(void) { fflush(rl_outstream ? rl_outstream : stdout); }

/// Overwrites and frees a line that readline gave away.
static inline void line_editor_release(char *_Nullable line) {
    if (line == NULL) return;
    explicit_bzero(line, strlen(line));
    free(line);
}

/// Overwrites the line buffer, with all it held beyond the present line, and frees the undo list. The kill
/// ring needs nothing: no key fills it, and the API has no way to empty it.
static inline void line_editor_forget(void) {
    rl_free_undo_list();
    rl_point = 0;
    rl_end = 0;
    if (rl_line_buffer != NULL) explicit_bzero(rl_line_buffer, malloc_usable_size(rl_line_buffer));
}

// MARK: - The terminal

/// Makes `modes` hand over each byte as it comes, unechoed, with no key that signals, stops or quotes.
/// Output processing stays on: a newline still returns the carriage.
static inline void terminal_make_raw(struct termios *_Nonnull modes) {
    modes->c_lflag &= ~(tcflag_t)(ICANON | ECHO | IEXTEN | ISIG);
    modes->c_iflag &= ~(tcflag_t)(IXON | IXOFF | IXANY | ICRNL | INLCR | IGNCR | ISTRIP);
    modes->c_cc[VINTR] = _POSIX_VDISABLE;
    modes->c_cc[VQUIT] = _POSIX_VDISABLE;
    modes->c_cc[VSUSP] = _POSIX_VDISABLE;
    modes->c_cc[VMIN] = 1;
    modes->c_cc[VTIME] = 0;
}

/// The window's size in character cells; zeros where it is not known.
static inline struct winsize terminal_size(int descriptor) {
    struct winsize size = {0};
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) {
        size.ws_row = 0;
        size.ws_col = 0;
    }
    return size;
}

#endif
