/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

/* What the tests of this folder share: files to read, short roadmaps, edits as text, and comparing. */

/* The paths of the two roadmaps in the repository: ours, and one that is oddly written. */
char    *fixture_dup_data_path (void);
char    *fixture_dup_odd_path  (void);
char    *fixture_dup_schema    (void);
GBytes  *fixture_load          (const char  *path);

/* @body between the tags of a roadmap that has a title. */
char    *fixture_wrap          (const char  *body);
Roadmap *fixture_read          (const char  *text);

/* Does what the lines of @script say:
 *   set ID FIELD VALUE · set ID FIELD@LANGUAGE VALUE · unset ID FIELD[@LANGUAGE]
 *   insert PARENT POSITION KIND ID [VALUE of its title or text] · remove ID · move ID PARENT POSITION
 * In values, \n stands for a line feed.  Wording is unlocked. */
void     fixture_edit          (Roadmap     *roadmap,
                                const char  *script);

/* A file and what is in it; wording is unlocked. */
typedef struct
{
  GBytes  *bytes;
  Roadmap *roadmap;
} FixtureFile;

void     fixture_open          (FixtureFile *file,
                                const char  *path);
void     fixture_close         (FixtureFile *file);
/* As roadmap_write(), which must not fail. */
GBytes  *fixture_write         (GBytes      *original,
                                Roadmap     *roadmap);
/* A random value of the field that is right in form and unlike @old, one line long; NULL if there is none. */
char    *fixture_create_value  (Roadmap            *roadmap,
                                const RoadmapField *field,
                                const char         *old);

/* All there is to a roadmap, as text. */
char    *fixture_dump          (Roadmap     *roadmap);

/* Shows the first line that differs, and fails. */
void     fixture_assert_text   (const char  *what,
                                const char  *actual,
                                gssize       actual_size,
                                const char  *expected,
                                gssize       expected_size);
void     fixture_assert_bytes  (const char  *what,
                                GBytes      *actual,
                                GBytes      *expected);
