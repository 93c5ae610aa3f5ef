/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* How forms show the fields of the schema. */

/* The parts of a form, in their order. */
typedef enum
{
  ROADMAP_FORM_WORDING,        /* what is said, in words */
  ROADMAP_FORM_TIME,
  ROADMAP_FORM_PLACE,          /* on a grid */
  ROADMAP_FORM_APPEARANCE,
  ROADMAP_FORM_CLASSIFICATION,
  ROADMAP_FORM_LINKS,
  ROADMAP_FORM_PROVENANCE,     /* who it comes from and where it stands in the source */
  ROADMAP_FORM_NOWHERE,        /* what the program itself sets */
} RoadmapFormPart;

#define ROADMAP_N_FORM_PARTS (ROADMAP_FORM_PROVENANCE + 1)

/* Translated. */
const char      *roadmap_form_part_get_title   (RoadmapFormPart      part);
RoadmapFormPart  roadmap_form_find_part        (const RoadmapField  *field);
/* What a person should know who fills the field in, translated; NULL: its label says it. */
const char      *roadmap_form_get_hint         (const RoadmapField  *field);
/* (transfer full): as above, but what is inherited from around if the item, which is or will be in @around, says
 * nothing. */
char            *roadmap_form_dup_hint         (Roadmap             *roadmap,
                                                RoadmapItem         *around,
                                                const RoadmapField  *field,
                                                const char          *value,
                                                const char          *language);
/* (transfer full): the label with a mnemonic, a letter of its English words if one is left, which is noted in @taken, lower
 * case letters. */
char            *roadmap_form_dup_label        (const RoadmapField  *field,
                                                GString             *taken);
/* “English Translation”. */
char            *roadmap_form_dup_language     (const char          *language);

/* A sentence that says why the field cannot have this value; NULL if it can.  @language is that of the value. */
char            *roadmap_form_check_value      (Roadmap             *roadmap,
                                                const RoadmapField  *field,
                                                const char          *language,
                                                const char          *value);
/* The same of a span that ends before it starts; values may be NULL. */
char            *roadmap_form_check_span       (Roadmap             *roadmap,
                                                const char          *start,
                                                const char          *end,
                                                const char          *language);

G_END_DECLS
