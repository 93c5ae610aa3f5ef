/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "document/document.h"

/* A folder of its own for each test, with one roadmap in it, whose part "p" has the title "P". */
typedef struct
{
  char *folder;
  char *path;         /* of 工程表.xml */
  char *text;         /* its content … */
  char *text_changed; /* … and the same with the title "Q" */
} Place;

void             place_set_up          (Place           *place,
                                        gconstpointer    data);
void             place_tear_down       (Place           *place,
                                        gconstpointer    data);

/* The path of @name in the folder. */
char            *place_dup_path        (Place           *place,
                                        const char      *name);
/* Opens the file and sets the title to "Q". */
RoadmapDocument *place_open_and_change (const char      *path);
void             place_save            (RoadmapDocument *document);

/* @expected are the names in the folder, sorted. */
void             place_assert_folder   (Place           *place,
                                        const char      *expected);
void             place_assert_content  (const char      *path,
                                        const char      *expected);
