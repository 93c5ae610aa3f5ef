/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person can meet while working with a roadmap.  The message is one sentence that says what is wrong, where, and
 * what to do; programming errors are assertions instead. */
typedef enum
{
  ROADMAP_ERROR_SYNTAX,         /* not well-formed XML, or not in a readable encoding */
  ROADMAP_ERROR_FORMAT,         /* XML, but not a roadmap of a version this program reads */
  ROADMAP_ERROR_INVALID,        /* a roadmap that breaks a rule: value, reference, order, missing field */
  ROADMAP_ERROR_LOCKED_WORDING, /* adopted wording would change while it is locked */
  ROADMAP_ERROR_CHANGED,        /* the file on disk is not the one that was read */
} RoadmapError;

#define ROADMAP_ERROR (roadmap_error_quark ())
GQuark roadmap_error_quark (void);

G_END_DECLS
