/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* Roadmaps as text, to build them in a test and to compare them.  An item a line, what is in it indented by two spaces
 * more:
 *
 *   stage s | number=① | title=IRB | title@en=Ethics review
 *     roadblock s.r | title=【審査の質】
 *
 * Kind, id, then fields in the order of the schema, translations after the wording they translate. */

/* The items of @text, of which the first is the outermost. */
RoadmapItem *sample_parse_item  (const char   *text);
/* As roadmap_new(), in the language "ja"; line numbers are those of @text. */
Roadmap     *sample_try         (const char   *text,
                                 GError      **error);
/* A roadmap that must be right. */
Roadmap     *sample_parse       (const char   *text);
/* What sample_parse() reads, of the roadmap as it is now.  Checks on the way that tree and look-up agree. */
char        *sample_dump        (Roadmap      *roadmap);
/* Shows the first line that differs, and fails. */
void         sample_assert_text (const char   *actual,
                                 const char   *expected);

/* An edit of @roadmap as text; POSITION -1 is the end, and a field without "=" is taken away:
 *
 *   set ID FIELD=VALUE · set ID FIELD@LANGUAGE=VALUE · set ID FIELD
 *   insert PARENT POSITION ITEM · remove ID · move ID PARENT POSITION */
RoadmapEdit *sample_parse_edit  (Roadmap      *roadmap,
                                 const char   *text);

/* The item with this id, which must be there. */
RoadmapItem *sample_get         (Roadmap      *roadmap,
                                 const char   *id);
const RoadmapField *sample_get_field (RoadmapItem *item,
                                      const char  *name);
/* The ids of @items, divided by spaces. */
char        *sample_join_ids    (GPtrArray    *items);

/* Two stages with a bar in each shape, a lane in a lane, and what is only said about them. */
extern const char sample_text[];

G_END_DECLS
