/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The schema is the one table of what a roadmap consists of.  A *kind* is a sort of item (stage, roadblock, bar …) and
 * stands in the XML as an element of that name; a *field* is one fact about an item and stands there either as an
 * attribute or as child elements, one a language.  Loading, saving, forms, search and the command line all read this
 * table, so a new field is a row in schema.c and a line in data/roadmap.rng. */

/* Every value is kept in its lexical form, a UTF-8 string as it stands in the file.  The type says which strings are
 * allowed and how they are edited. */
typedef enum
{
  ROADMAP_FIELD_STRING,  /* any single line */
  ROADMAP_FIELD_TEXT,    /* wording in a language; a line feed divides its lines */
  ROADMAP_FIELD_MARKUP,  /* wording with inline <ref to="ID"> and <link href="URI">; kept as an XML fragment, in which a line
                          * feed only says where the source's line or page ends */
  ROADMAP_FIELD_NUMBER,  /* decimal integer, 0 or more */
  ROADMAP_FIELD_BOOLEAN, /* "true" or "false" */
  ROADMAP_FIELD_CHOICE,  /* one of the words in `choices` */
  ROADMAP_FIELD_POINT,   /* a year, quarter or month: see roadmap_point_parse() */
  ROADMAP_FIELD_DATE,    /* YYYY-MM-DD */
  ROADMAP_FIELD_COLOUR,  /* #rrggbb */
  ROADMAP_FIELD_URI,
  ROADMAP_FIELD_REF,     /* the id of one item of kind `target` */
  ROADMAP_FIELD_REFS,    /* ids of such items, divided by single spaces */
} RoadmapFieldType;

typedef enum
{
  ROADMAP_FIELD_REQUIRED = 1 << 0,
  /* Adopted wording: what was published.  roadmap_apply() refuses to change it while the wording is locked. */
  ROADMAP_FIELD_OFFICIAL = 1 << 1,
  /* An item that fills this link stands, in an outline, under the items it links to instead of under its parent. */
  ROADMAP_FIELD_NESTS    = 1 << 2,
  /* A string that people search for, though it is no wording. */
  ROADMAP_FIELD_SEARCHED = 1 << 3,
  /* Adopted beside the wording: when something is to happen, and what goes with what.  It is never locked, but an amendment
   * keeps what it was, as it does for wording: see model/amendment.h. */
  ROADMAP_FIELD_KEPT     = 1 << 4,
} RoadmapFieldFlags;

typedef struct
{
  const char        *name;
  const char        *label; /* for people, untranslated: pass through gettext */
  RoadmapFieldType   type;
  RoadmapFieldFlags  flags;
  const char        *target;  /* REF, REFS: kinds that may be linked to, divided by spaces */
  const char        *choices; /* CHOICE: the words, divided by spaces */
} RoadmapField;

typedef struct
{
  const char         *name;
  const char         *label;    /* for people, untranslated: pass through gettext */
  const char         *children; /* kinds that may stand inside, divided by spaces; NULL for none */
  const RoadmapField *fields;   /* in the order of the file; ends with a field without a name */
} RoadmapKind;

/* The kind of the outermost item. */
#define ROADMAP_KIND_ROOT "roadmap"

/* All kinds; ends with one without a name. */
const RoadmapKind  *roadmap_schema_get_kinds      (void);
/* The kind of this name, or NULL. */
const RoadmapKind  *roadmap_schema_find_kind      (const char         *name);

/* Whether items of every kind may have the field: what an item then does not say, it inherits from the one around it. */
gboolean            roadmap_schema_is_inherited   (const char         *field);

gboolean            roadmap_kind_may_contain      (const RoadmapKind  *kind,
                                                   const char         *child);
/* Whether items of the kind @inner may stand anywhere below one of @kind. */
gboolean            roadmap_kind_may_hold         (const RoadmapKind  *kind,
                                                   const RoadmapKind  *inner);
/* The field of this name, or NULL. */
const RoadmapField *roadmap_kind_find_field       (const RoadmapKind  *kind,
                                                   const char         *name);

/* Whether the field is wording, which stands in elements and in several languages. */
gboolean            roadmap_field_is_text         (const RoadmapField *field);
gboolean            roadmap_field_is_link         (const RoadmapField *field);
gboolean            roadmap_field_may_link_to     (const RoadmapField *field,
                                                   const char         *kind);
/* Whether @value has the form that the field's type asks for; what a link leads to is not looked at.  Fails with
 * ROADMAP_ERROR_INVALID and a sentence that names the field, the value and what was expected. */
gboolean            roadmap_field_check           (const RoadmapField *field,
                                                   const char         *value,
                                                   GError            **error);
/* The same for text that an XML parser has let pass, so that its characters need no look. */
gboolean            roadmap_field_check_form      (const RoadmapField *field,
                                                   const char         *value,
                                                   GError            **error);

G_END_DECLS
