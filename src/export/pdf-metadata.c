/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "export/pdf-metadata.h"

#include <cairo.h>

/* A language tag (BCP 47) has no other characters; only these may stand in the file as they are. */
static gboolean
is_language_tag (const char *language)
{
  for (const char *p = language; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return FALSE;
  return *language != '\0';
}

char *
roadmap_pdf_dup_catalog_entries (RoadmapPages *pages)
{
  const char *language = roadmap_pages_get_language (pages);
  GString *entries = g_string_new ("   /Version /1.7\n   /ViewerPreferences << /DisplayDocTitle true >>\n");

  if (is_language_tag (language))
    g_string_append_printf (entries, "   /Lang (%s)\n", language);
  if (roadmap_pages_get_n_bookmarks (pages) > 0)
    g_string_append (entries, "   /PageMode /UseOutlines\n");
  return g_string_free (entries, FALSE);
}

char *
roadmap_pdf_dup_metadata (RoadmapPages *pages,
                          GDateTime    *created)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (created);
  g_autofree char *date = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");

  return g_markup_printf_escaped (
    "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
    "<dc:format>application/pdf</dc:format>\n"
    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
    "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n"
    "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:description>\n"
    "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n"
    "<pdf:Keywords>%s</pdf:Keywords>\n"
    "<pdf:Producer>cairo %s (https://cairographics.org)</pdf:Producer>\n"
    "<xmp:CreatorTool>%s</xmp:CreatorTool>\n"
    "<xmp:CreateDate>%s</xmp:CreateDate>\n"
    "<xmp:ModifyDate>%s</xmp:ModifyDate>\n"
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>",
    roadmap_pages_get_title (pages), roadmap_pages_get_author (pages), roadmap_pages_get_subject (pages),
    roadmap_pages_get_language (pages), roadmap_pages_get_keywords (pages), cairo_version_string (), ROADMAP_PDF_CREATOR, date,
    date);
}
