/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "document/head.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/element.h"
#include "model/error.h"

static gboolean
is_newer (const char *version)
{
  return version[strspn (version, "0123456789.")] == '\0' && g_ascii_strtod (version, NULL) > ROADMAP_ELEMENT_VERSION;
}

const char *
roadmap_head_get_newer_sentence (void)
{
  return _("the file was made by a newer version of this program; update the program to open it");
}

static gboolean
check_version (const char  *version,
               gboolean    *newer,
               GError     **error)
{
  const char *sentence;

  if (g_strcmp0 (version, G_STRINGIFY (ROADMAP_ELEMENT_VERSION)) == 0)
    return TRUE;
  if (version != NULL && is_newer (version) && newer != NULL)
    {
      *newer = TRUE;
      return TRUE;
    }

  if (version == NULL)
    sentence = _("the <roadmap> does not say which version of the format it has; add version=\"1\"");
  else if (is_newer (version))
    sentence = roadmap_head_get_newer_sentence ();
  else
    sentence = _("this version of the format is not known; the <roadmap> must have version=\"1\"");
  g_set_error_literal (error, ROADMAP_ERROR, ROADMAP_ERROR_FORMAT, sentence);
  return FALSE;
}

gboolean
roadmap_head_check_roadmap (const RoadmapHead  *head,
                            gboolean           *newer,
                            GError            **error)
{
  if (g_strcmp0 (head->element, ROADMAP_KIND_ROOT) != 0)
    {
      g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_FORMAT,
                   _("this is XML but not a roadmap, which begins with <%s xmlns=\"%s\">; choose another file"),
                   ROADMAP_KIND_ROOT, ROADMAP_ELEMENT_NAMESPACE);
      return FALSE;
    }
  if (!check_version (head->version, newer, error))
    return FALSE;
  if (roadmap_element_is_own (head->language, NULL))
    {
      g_set_error_literal (error, ROADMAP_ERROR, ROADMAP_ERROR_FORMAT,
                           _("the <roadmap> does not say which language it is written in; add for example xml:lang=\"ja\""));
      return FALSE;
    }
  return TRUE;
}

gboolean
roadmap_head_check_fragment (const RoadmapHead  *head,
                             GError            **error)
{
  gboolean is_fragment = g_strcmp0 (head->element, ROADMAP_ELEMENT_FRAGMENT) == 0;

  if (is_fragment && head->version != NULL && is_newer (head->version))
    {
      g_set_error_literal (error, ROADMAP_ERROR, ROADMAP_ERROR_FORMAT,
                           _("this was copied from a newer version of this program; update the program to paste it"));
      return FALSE;
    }
  if (!is_fragment || g_strcmp0 (head->version, G_STRINGIFY (ROADMAP_ELEMENT_VERSION)) != 0 ||
      roadmap_element_is_own (head->language, NULL))
    {
      g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_FORMAT,
                   _("this is XML but no copied part of a roadmap, which begins with <%s xmlns=\"%s\" version=\"1\" "
                     "xml:lang=\"…\">; copy the part again"), ROADMAP_ELEMENT_FRAGMENT, ROADMAP_ELEMENT_NAMESPACE);
      return FALSE;
    }
  return TRUE;
}
