/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Runs koteihyo-cli, the program that KOTEIHYO_CLI names, as a script would: without a display, on files in a folder
 * that is made for the test and taken away after it. */

typedef struct
{
  char *folder;
  int   status; /* of the last run: its exit status */
  char *output;
  char *errors;
} Process;

void        process_set_up       (Process        *self,
                                  gconstpointer   data);
void        process_tear_down    (Process        *self,
                                  gconstpointer   data);

/* Runs the program with these arguments, up to NULL; the folder is the working directory. */
void        process_run          (Process        *self,
                                  ...) G_GNUC_NULL_TERMINATED;
/* The same with a variable of the environment set. */
void        process_run_with     (Process        *self,
                                  const char     *variable,
                                  const char     *value,
                                  ...) G_GNUC_NULL_TERMINATED;
/* Runs another program, which must succeed, and returns what it prints. */
char       *process_run_other    (Process        *self,
                                  const char     *program,
                                  ...) G_GNUC_NULL_TERMINATED;
/* What the last run must have come to; @output and @errors are patterns of g_pattern_match(). */
#define process_assert(self, expected_status, expected_output, expected_errors) \
  G_STMT_START                                                                  \
  {                                                                             \
    g_assert_cmpint ((self)->status, ==, (expected_status));                    \
    process_assert_match ((self)->output, (expected_output));                   \
    process_assert_match ((self)->errors, (expected_errors));                   \
  }                                                                             \
  G_STMT_END

void        process_assert_match (const char     *text,
                                  const char     *pattern);

/* Files in the folder. */
void        process_write        (Process        *self,
                                  const char     *name,
                                  const char     *text);
char       *process_read         (Process        *self,
                                  const char     *name);
gboolean    process_has          (Process        *self,
                                  const char     *name);

/* The shipped roadmap. */
char       *process_get_roadmap  (void);

/* A small roadmap that is right, with what needs care in titles. */
extern const char process_sample[];

G_END_DECLS
