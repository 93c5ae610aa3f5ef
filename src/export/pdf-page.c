/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/pdf-page.h"

#include <math.h>
#include <string.h>

#include "chart/page-target.h"
#include "chart/paint.h"

/* On so many pages paragraphs that follow each other are one element: cairo keeps every element until the end. */
#define MANY_PAGES 200

/* What an element is called, and what it has to stand in. */
typedef enum
{
  IN_TEXT,
  IN_ROW,
} Place;

static const struct
{
  const char *name; /* NULL: no element */
  Place       place;
  gboolean    anew;  /* begins even behind one of the same name */
} elements[] = {
  [ROADMAP_TAG_NONE] = { "P" },
  [ROADMAP_TAG_TITLE] = { "H1" },
  [ROADMAP_TAG_HEADING] = { "H2" },
  [ROADMAP_TAG_SUBHEADING] = { "H3" },
  [ROADMAP_TAG_PARAGRAPH] = { "P" },
  [ROADMAP_TAG_HEAD_CELL] = { "TH", IN_ROW },
  [ROADMAP_TAG_CELL] = { "TD", IN_ROW },
  [ROADMAP_TAG_NEXT_CELL] = { "TD", IN_ROW, TRUE },
  [ROADMAP_TAG_NOTE] = { "Note" },
  [ROADMAP_TAG_ARTIFACT] = { NULL },
};

struct _RoadmapPdfPage
{
  RoadmapPages *pages;
  cairo_t      *cr;
  GHashTable   *awaited;  /* number of a page to GPtrArray of the ends of links on earlier pages: attributes, owned */
  guint         n_ends;

  gboolean      joined;   /* there are many pages */
  const char   *element;  /* the open one, or NULL */
  gboolean      in_row;   /* and in a table */
  double        cell_x;   /* the left edge of the row's last cell */
};

RoadmapPdfPage *
roadmap_pdf_page_new (RoadmapPages *pages,
                      cairo_t      *cr)
{
  RoadmapPdfPage *self = g_new0 (RoadmapPdfPage, 1);

  self->pages = roadmap_pages_ref (pages);
  self->joined = roadmap_pages_get_n_pages (pages) > MANY_PAGES;
  self->cr = cairo_reference (cr);
  self->awaited = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
roadmap_pdf_page_free (RoadmapPdfPage *self)
{
  g_hash_table_unref (self->awaited);
  cairo_destroy (self->cr);
  roadmap_pages_unref (self->pages);
  g_free (self);
}

/* Elements */

static void
end_element (RoadmapPdfPage *self)
{
  if (self->element != NULL)
    cairo_tag_end (self->cr, self->element);
  self->element = NULL;
}

static void
end_table (RoadmapPdfPage *self)
{
  end_element (self);
  if (!self->in_row)
    return;
  cairo_tag_end (self->cr, "TR");
  cairo_tag_end (self->cr, "Table");
  self->in_row = FALSE;
}

static void
begin_cell (RoadmapPdfPage *self,
            double          x)
{
  if (!self->in_row)
    {
      cairo_tag_begin (self->cr, "Table", NULL);
      cairo_tag_begin (self->cr, "TR", NULL);
    }
  else if (x <= self->cell_x)
    {
      cairo_tag_end (self->cr, "TR");
      cairo_tag_begin (self->cr, "TR", NULL);
    }
  self->in_row = TRUE;
  self->cell_x = x;
}

static void
begin_element (RoadmapPdfPage     *self,
               const RoadmapShape *shape)
{
  const char *name = elements[shape->tag].name;

  if (self->joined && self->element != NULL && self->element == name && elements[shape->tag].place == IN_TEXT)
    return;
  end_element (self);
  if (elements[shape->tag].place != IN_ROW)
    end_table (self);
  if (name == NULL)
    return;
  if (elements[shape->tag].place == IN_ROW)
    begin_cell (self, shape->rect.x);
  cairo_tag_begin (self->cr, name, NULL);
  self->element = name;
}

/* The shapes of a group, or one outside of groups. */
static void
draw_shapes (RoadmapPdfPage     *self,
             const RoadmapScene *scene,
             guint               first,
             guint               n_shapes)
{
  const RoadmapPalette *palette = roadmap_palette_get (ROADMAP_THEME_PAPER);
  gboolean begun = FALSE;

  for (guint i = first; i < first + n_shapes; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, i);

      if (shape->layout != NULL &&
          (!begun || elements[shape->tag].anew || elements[shape->tag].name != self->element))
        {
          begin_element (self, shape);
          begun = TRUE;
        }
      roadmap_paint_shape (self->cr, shape, palette);
    }
  if (!self->joined)
    end_element (self);
}

/* Those from @first up to @after, which are in no group; pieces of one text that follow each other are one element. */
static void
draw_ungrouped (RoadmapPdfPage     *self,
                const RoadmapScene *scene,
                guint               first,
                guint               after)
{
  while (first < after)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, first);
      guint n = 1;

      while (first + n < after && shape->layout != NULL && roadmap_scene_get_shape (scene, first + n)->first_line > 0 &&
             roadmap_scene_get_shape (scene, first + n)->layout == shape->layout)
        n++;
      draw_shapes (self, scene, first, n);
      first += n;
    }
}

static void
draw_scene (RoadmapPdfPage     *self,
            const RoadmapScene *scene)
{
  guint next = 0;

  for (guint i = 0; i < roadmap_scene_get_n_groups (scene); i++)
    {
      const RoadmapGroup *group = roadmap_scene_get_group (scene, i);

      draw_ungrouped (self, scene, next, group->first);
      draw_shapes (self, scene, group->first, group->n_shapes);
      next = group->first + group->n_shapes;
    }
  draw_ungrouped (self, scene, next, roadmap_scene_get_n_shapes (scene));
  end_table (self);
}

/* Links */

/* An address as it may stand in the file: cairo 1.16 copies it between round brackets, whatever it holds.  What is no
 * ASCII, and what is not allowed in an address or would end those brackets, is written as its bytes. */
static char *
dup_address (const char *uri)
{
  GString *address = g_string_new (NULL);

  for (const guchar *p = (const guchar *) uri; *p != '\0'; p++)
    if (*p > 0x20 && *p < 0x7f && strchr ("()\\'\"<>", *p) == NULL)
      g_string_append_c (address, *p);
    else
      g_string_append_printf (address, "%%%02X", *p);
  return g_string_free (address, FALSE);
}

/* (transfer full) (nullable): the place in the pages that @link leads to.  An earlier page, or this one, can be named by its number; a
 * later one has no number yet, so the place there gets a name when it comes. */
static char *
dup_place (RoadmapPdfPage *self,
           guint           page,
           const char     *link)
{
  int x = floor (roadmap_pages_get_paper (self->pages)->margin);
  GPtrArray *ends;
  guint target;
  double y;

  if (!roadmap_page_target_find (self->pages, link, &target, &y))
    return NULL;
  if (target <= page)
    return g_strdup_printf ("page=%u pos=[%d %d]", target + 1, x, (int) floor (y));

  ends = g_hash_table_lookup (self->awaited, GUINT_TO_POINTER (target));
  if (ends == NULL)
    {
      ends = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->awaited, GUINT_TO_POINTER (target), ends);
    }
  self->n_ends++;
  g_ptr_array_add (ends, g_strdup_printf ("name='end%u' x=%d y=%d", self->n_ends, x, (int) floor (y)));
  return g_strdup_printf ("dest='end%u'", self->n_ends);
}

static char *
dup_target (RoadmapPdfPage *self,
            guint           page,
            const char     *target)
{
  g_autofree char *address = NULL;

  if (*target == '#')
    return dup_place (self, page, target);
  address = dup_address (target);
  return g_strdup_printf ("uri='%s'", address);
}

/* Whole numbers, as those of bookmarks. */
static void
add_link (RoadmapPdfPage         *self,
          guint                   page,
          const RoadmapSceneLink *link)
{
  g_autofree char *target = dup_target (self, page, link->target);
  g_autofree char *attributes = NULL;
  int left = floor (link->rect.x);
  int top = floor (link->rect.y);

  if (target == NULL)
    return;
  attributes = g_strdup_printf ("rect=[%d %d %d %d] %s", left, top, (int) ceil (roadmap_rect_get_right (&link->rect)) - left,
                                (int) ceil (roadmap_rect_get_bottom (&link->rect)) - top, target);
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

static void
add_ends (RoadmapPdfPage *self,
          guint           page)
{
  const GPtrArray *ends = g_hash_table_lookup (self->awaited, GUINT_TO_POINTER (page));

  for (guint i = 0; ends != NULL && i < ends->len; i++)
    {
      cairo_tag_begin (self->cr, CAIRO_TAG_DEST, g_ptr_array_index (ends, i));
      cairo_tag_end (self->cr, CAIRO_TAG_DEST);
    }
  g_hash_table_remove (self->awaited, GUINT_TO_POINTER (page));
}

void
roadmap_pdf_page_draw (RoadmapPdfPage *self,
                       guint           page)
{
  /* Looking for the ends of its links may let it go. */
  g_autoptr (RoadmapScene) scene = roadmap_scene_ref (roadmap_pages_get_scene (self->pages, page));

  add_ends (self, page);
  draw_scene (self, scene);
  for (guint i = 0; i < roadmap_scene_get_n_links (scene); i++)
    add_link (self, page, roadmap_scene_get_link (scene, i));
  roadmap_pages_forget_scene (self->pages, page);
}
