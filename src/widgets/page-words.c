/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "widgets/page-words.h"

#include <glib/gi18n-lib.h>

#include "chart/page-target.h"

static const RoadmapBookmark *
find_title (RoadmapPages *pages,
            guint         page)
{
  const RoadmapBookmark *title = NULL;

  for (guint i = 0; i < roadmap_pages_get_n_bookmarks (pages); i++)
    {
      const RoadmapBookmark *bookmark = roadmap_pages_get_bookmark (pages, i);

      if (bookmark->level == 0 && bookmark->page <= page)
        title = bookmark;
    }
  return title;
}

char *
roadmap_page_words_describe (RoadmapPages *pages,
                             guint         page)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < roadmap_pages_get_n_bookmarks (pages); i++)
    {
      const RoadmapBookmark *bookmark = roadmap_pages_get_bookmark (pages, i);

      if (bookmark->level == 1 && bookmark->page == page)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", bookmark->text);
    }
  return g_string_free (words, FALSE);
}

char *
roadmap_page_words_name (RoadmapPages *pages,
                         guint         page)
{
  guint n_pages = roadmap_pages_get_n_pages (pages);
  const RoadmapBookmark *title = find_title (pages, page);

  if (title == NULL)
    return g_strdup_printf (_("Page %u of %u"), page + 1, n_pages);
  /* Translators: %s is the title of what stands on the page */
  return g_strdup_printf (_("Page %u of %u: %s"), page + 1, n_pages, title->text);
}

/* The last that begins on the page, not below @y. */
static const RoadmapBookmark *
find_bookmark (RoadmapPages *pages,
               guint         page,
               double        y)
{
  const RoadmapBookmark *found = NULL;

  for (guint i = 0; i < roadmap_pages_get_n_bookmarks (pages); i++)
    {
      const RoadmapBookmark *bookmark = roadmap_pages_get_bookmark (pages, i);

      if (bookmark->page == page && bookmark->y <= y + 1)
        found = bookmark;
    }
  return found;
}

char *
roadmap_page_words_link (RoadmapPages *pages,
                         const char   *target)
{
  const RoadmapBookmark *bookmark;
  guint page;
  double y;

  if (!roadmap_page_target_find (pages, target, &page, &y))
    return g_strdup (target);
  bookmark = find_bookmark (pages, page, y);
  if (bookmark == NULL)
    return g_strdup_printf (_("Page %u of %u"), page + 1, roadmap_pages_get_n_pages (pages));
  return g_strdup_printf (_("Page %u of %u: %s"), page + 1, roadmap_pages_get_n_pages (pages), bookmark->text);
}
