/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "chart/scene.h"

G_BEGIN_DECLS

/* What the help says: topics with entries, each a heading and a few sentences, some with a sign of the chart beside them.
 * Texts are to be translated when they are shown. */

typedef struct
{
  const char   *title;
  const char   *text;
  RoadmapShape  sample; /* no width: none */
  const char   *letter; /* (nullable): in the sample */
} RoadmapHelpEntry;

typedef struct
{
  const char             *id;
  const char             *title;
  const RoadmapHelpEntry *entries; /* ends with one without a title */
} RoadmapHelpTopic;

/* Ends with one without an id. */
const RoadmapHelpTopic *roadmap_help_get_topics (void);

G_END_DECLS
