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
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <readline/history.h>
#include <readline/readline.h>

// MARK: - The editor

/// The only byte that means anything to the keymap as it is made; see line_editor_start.
#define LINE_EDITOR_ENTER '\r'

/// Columns that readline is told of at least.
#define LINE_EDITOR_NARROWEST 10

/// Prepares readline as a line editor and nothing else. Set INPUTRC and LC_ALL before calling.
///
/// The keymap holds one key, Enter. Text and movements are given by the functions below, so that nothing a
/// person can type reaches completion, history, the kill ring, macros or numeric arguments, unless it is
/// opened by line_editor_bind and line_editor_complete_with. Terminal modes and signals are the caller's:
/// readline touches neither.
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

/// Ends the line; for `finished` only.
static inline void line_editor_end(void) {
    rl_callback_handler_remove();
    rl_free_undo_list();
}

/// Gives readline one key of its keymap, and draws.
static inline void line_editor_press(unsigned char key) {
    rl_stuff_char(key);
    rl_callback_read_char();
}

/// Accepts the line and goes to a new one: calls `finished` before it returns. A line is given up the same
/// way: only here does readline put earlier lines back that were edited, and part from their undo lists.
static inline void line_editor_accept(void) { line_editor_press(LINE_EDITOR_ENTER); }

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

/// Empties the line; the kill ring does not learn of it.
static inline void line_editor_clear(void) {
    rl_delete_text(0, rl_end);
    rl_point = 0;
}

/// Leaves the line as it stands and goes to a new one, where something else can be printed. Then call
/// line_editor_come_back.
static inline void line_editor_step_below(void) {
    int point = rl_point;
    rl_point = rl_end;
    rl_redisplay();
    rl_point = point;
    rl_crlf();
    fflush(rl_outstream ? rl_outstream : stdout);
}

/// Draws prompt and line again, from the beginning of an empty line.
static inline void line_editor_come_back(void) { rl_forced_update_display(); }

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

/// Overwrites the line buffer, with all it held beyond the present line, and the history; frees the undo
/// list. The API has no way to empty the kill ring.
static inline void line_editor_forget(void) {
    rl_free_undo_list();
    HIST_ENTRY **entries = history_list();
    // By the length: rl_clear_history frees the entries and leaves them in the list.
    for (int i = 0; entries != NULL && i < history_length; i++) {
        explicit_bzero(entries[i]->line, strlen(entries[i]->line));
    }
    rl_clear_history();
    rl_point = 0;
    rl_end = 0;
    if (rl_line_buffer != NULL) explicit_bzero(rl_line_buffer, malloc_usable_size(rl_line_buffer));
}

// MARK: - More keys, for a desk where one person works

/// Binds a key of line_editor_press, in the keymap of line_editor_start.
static inline void line_editor_bind(unsigned char key, int (*_Nonnull command)(int, int)) {
    rl_bind_key_in_map(key, command, rl_get_keymap());
}

/// Keeps no more lines than this, and each as it was entered.
static inline void line_editor_limit_history(int lines) {
    stifle_history(lines);
    rl_variable_bind("revert-all-at-newline", "on");
}

static inline void line_editor_remember(const char *_Nonnull line) { add_history(line); }

/// Lets rl_complete use `matches`, and nothing else. It gets the line up to the cursor, and must call
/// line_editor_completion_is_whole. What several matches look like is the caller's to show: `listed` only
/// keeps readline from listing them.
static inline void line_editor_complete_with(
    char *_Nullable *_Nullable (*_Nonnull matches)(const char *_Nullable, int, int),
    void (*_Nonnull listed)(char *_Nullable *_Nullable, int, int)) {
    rl_inhibit_completion = 0;
    rl_attempted_completion_function = matches;
    rl_completion_display_matches_hook = listed;
    rl_completer_word_break_characters = "";
    rl_sort_completion_matches = 0;
    rl_ignore_completion_duplicates = 0;
    rl_variable_bind("show-all-if-ambiguous", "on");
}

/// Says that there are no other matches (files), and that nothing is to follow a match (a space). Readline
/// takes both back before each completion.
static inline void line_editor_completion_is_whole(void) {
    rl_attempted_completion_over = 1;
    rl_completion_suppress_append = 1;
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
