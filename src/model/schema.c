/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/error.h"
#include "model/item.h"
#include "model/markup.h"
#include "model/span.h"

#define REQUIRED ROADMAP_FIELD_REQUIRED
#define OFFICIAL ROADMAP_FIELD_OFFICIAL
#define NESTS    ROADMAP_FIELD_NESTS
#define SEARCHED ROADMAP_FIELD_SEARCHED
#define KEPT     ROADMAP_FIELD_KEPT

/* The rows of the table.  Short names keep one field on one line. */
#define STRING(name, label, flags)          { name, label, ROADMAP_FIELD_STRING, flags, NULL, NULL }
#define TEXT(name, label, flags)            { name, label, ROADMAP_FIELD_TEXT, flags, NULL, NULL }
#define MARKUP(name, label, flags)          { name, label, ROADMAP_FIELD_MARKUP, flags, NULL, NULL }
#define NUMBER(name, label, flags)          { name, label, ROADMAP_FIELD_NUMBER, flags, NULL, NULL }
#define BOOLEAN(name, label, flags)         { name, label, ROADMAP_FIELD_BOOLEAN, flags, NULL, NULL }
#define CHOICE(name, label, flags, choices) { name, label, ROADMAP_FIELD_CHOICE, flags, NULL, choices }
#define POINT(name, label, flags)           { name, label, ROADMAP_FIELD_POINT, flags, NULL, NULL }
#define DATE(name, label, flags)            { name, label, ROADMAP_FIELD_DATE, flags, NULL, NULL }
#define COLOUR(name, label)                 { name, label, ROADMAP_FIELD_COLOUR, 0, NULL, NULL }
#define URI(name, label)                    { name, label, ROADMAP_FIELD_URI, 0, NULL, NULL }
#define REF(name, label, flags, target)     { name, label, ROADMAP_FIELD_REF, flags, target, NULL }
#define REFS(name, label, flags, target)    { name, label, ROADMAP_FIELD_REFS, flags, target, NULL }
#define END                                 { NULL, NULL, 0, 0, NULL, NULL }

/* What any item may say: who it comes from, and where it stands in the source.  An item that does not say inherits from
 * the item around it. */
#define PROVENANCE                                        \
  CHOICE ("origin", N_ ("Origin"), 0, "editor"),          \
  REF ("edition", N_ ("Edition"), 0, "edition"),          \
  REF ("source", N_ ("Source part"), 0, "part"),          \
  STRING ("page", N_ ("Source page"), 0)

static const RoadmapField roadmap_fields[] = {
  PROVENANCE,
  DATE ("date", N_ ("Adopted on"), 0),
  NUMBER ("fiscal-start", N_ ("First month of the fiscal year"), 0),
  URI ("licence", N_ ("Licence")),
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  TEXT ("organisation", N_ ("Adopted by"), OFFICIAL),
  TEXT ("attribution", N_ ("Attribution"), 0),
  END,
};

static const RoadmapField part_fields[] = {
  PROVENANCE,
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  TEXT ("heading", N_ ("Heading"), OFFICIAL),
  TEXT ("subheading", N_ ("Subheading"), OFFICIAL),
  END,
};

static const RoadmapField edition_fields[] = {
  PROVENANCE,
  DATE ("date", N_ ("Date"), REQUIRED),
  BOOLEAN ("draft", N_ ("Amendment in progress"), 0),
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  TEXT ("meeting", N_ ("Meeting"), OFFICIAL),
  END,
};

/* What an edition took out of the roadmap; it stands in the edition. */
static const RoadmapField withdrawn_fields[] = {
  PROVENANCE,
  END,
};

/* What the item around it said in an earlier edition: see model/former.h. */
static const RoadmapField former_fields[] = {
  PROVENANCE,
  STRING ("field", N_ ("What was changed"), REQUIRED | OFFICIAL),
  REF ("until", N_ ("In force until"), REQUIRED | OFFICIAL, "edition"),
  TEXT ("text", N_ ("Former wording"), OFFICIAL),
  END,
};

static const RoadmapField domain_fields[] = {
  PROVENANCE,
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  END,
};

static const RoadmapField category_fields[] = {
  PROVENANCE,
  STRING ("label", N_ ("Letter"), REQUIRED | OFFICIAL),
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  END,
};

static const RoadmapField status_fields[] = {
  PROVENANCE,
  COLOUR ("colour", N_ ("Colour")),
  CHOICE ("pattern", N_ ("Pattern"), 0, "plain hatched struck"),
  BOOLEAN ("closed", N_ ("Nothing left to do"), 0),
  TEXT ("title", N_ ("Title"), REQUIRED),
  TEXT ("letter", N_ ("Letter"), REQUIRED),
  END,
};

static const RoadmapField narrative_fields[] = {
  PROVENANCE,
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  TEXT ("dateline", N_ ("Date line"), OFFICIAL),
  TEXT ("author", N_ ("Author"), OFFICIAL),
  END,
};

static const RoadmapField section_fields[] = {
  PROVENANCE,
  TEXT ("title", N_ ("Title"), OFFICIAL),
  END,
};

static const RoadmapField paragraph_fields[] = {
  PROVENANCE,
  STRING ("marker", N_ ("Marker"), OFFICIAL),
  MARKUP ("text", N_ ("Text"), REQUIRED | OFFICIAL),
  END,
};

static const RoadmapField note_fields[] = {
  PROVENANCE,
  STRING ("number", N_ ("Number"), REQUIRED | OFFICIAL),
  MARKUP ("text", N_ ("Text"), REQUIRED | OFFICIAL),
  END,
};

static const RoadmapField chart_fields[] = {
  PROVENANCE,
  CHOICE ("role", N_ ("Role"), 0, "current earlier"),
  CHOICE ("calendar", N_ ("Calendar"), REQUIRED, "fiscal calendar"),
  CHOICE ("columns", N_ ("Columns"), 0, "year half quarter month"),
  POINT ("start", N_ ("First period"), REQUIRED | KEPT),
  POINT ("end", N_ ("Last period"), REQUIRED | KEPT),
  BOOLEAN ("open", N_ ("Runs on"), KEPT),
  TEXT ("name", N_ ("Short name"), 0),
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  TEXT ("credit", N_ ("Taken from"), OFFICIAL),
  END,
};

static const RoadmapField heading_fields[] = {
  PROVENANCE,
  STRING ("for", N_ ("Heads the column of"), REQUIRED),
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  END,
};

static const RoadmapField column_fields[] = {
  PROVENANCE,
  POINT ("start", N_ ("From"), KEPT),
  POINT ("end", N_ ("To"), KEPT),
  BOOLEAN ("open", N_ ("Runs on"), KEPT),
  NUMBER ("x", N_ ("Grid column"), 0),
  NUMBER ("width", N_ ("Grid columns"), 0),
  NUMBER ("level", N_ ("Level"), 0),
  REFS ("next", N_ ("Leads to"), KEPT, "column"),
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  END,
};

static const RoadmapField stage_fields[] = {
  PROVENANCE,
  STRING ("number", N_ ("Number"), OFFICIAL),
  COLOUR ("hue", N_ ("Hue")),
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  END,
};

static const RoadmapField lane_fields[] = {
  PROVENANCE,
  STRING ("number", N_ ("Number"), OFFICIAL),
  COLOUR ("hue", N_ ("Hue")),
  REF ("continues", N_ ("Continues"), KEPT, "lane"),
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  END,
};

static const RoadmapField roadblock_fields[] = {
  PROVENANCE,
  REF ("domain", N_ ("Domain"), KEPT, "domain"),
  REFS ("categories", N_ ("Categories"), KEPT, "category"),
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  END,
};

static const RoadmapField addressed_fields[] = {
  PROVENANCE,
  REFS ("roadblocks", N_ ("Roadblocks"), KEPT, "roadblock"),
  END,
};

static const RoadmapField measure_fields[] = {
  PROVENANCE,
  REFS ("roadblocks", N_ ("Roadblocks"), NESTS | KEPT, "roadblock"),
  REF ("status", N_ ("Status"), 0, "status"),
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  END,
};

/* How sure a span is: the wording states it, an editor inferred it, or an editor's inference was confirmed since. */
#define BASIS CHOICE ("basis", N_ ("Basis of the span"), KEPT, "stated inferred confirmed")

static const RoadmapField bar_fields[] = {
  PROVENANCE,
  POINT ("start", N_ ("From"), REQUIRED | KEPT),
  POINT ("end", N_ ("To"), REQUIRED | KEPT),
  BOOLEAN ("open", N_ ("Runs on"), KEPT),
  BASIS,
  REFS ("measures", N_ ("Measures"), NESTS | KEPT, "measure"),
  REFS ("roadblocks", N_ ("Roadblocks"), NESTS | KEPT, "roadblock"),
  REFS ("after", N_ ("Follows"), KEPT, "bar"),
  REFS ("notes", N_ ("Notes"), KEPT, "note"),
  REF ("status", N_ ("Status"), 0, "status"),
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  TEXT ("detail", N_ ("Explanation"), OFFICIAL),
  TEXT ("timing", N_ ("Time as worded"), OFFICIAL),
  END,
};

static const RoadmapField milestone_fields[] = {
  PROVENANCE,
  POINT ("start", N_ ("When"), REQUIRED | KEPT),
  BASIS,
  REF ("of", N_ ("Milestone of"), KEPT, "bar"),
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  END,
};

static const RoadmapField followup_fields[] = {
  PROVENANCE,
  DATE ("date", N_ ("Recorded on"), REQUIRED),
  POINT ("year", N_ ("Fiscal year"), 0),
  REF ("status", N_ ("Status"), 0, "status"),
  STRING ("author", N_ ("Author"), SEARCHED),
  URI ("evidence", N_ ("Evidence")),
  REF ("repeats", N_ ("Repeats"), 0, "followup"),
  TEXT ("meeting", N_ ("Meeting"), 0),
  TEXT ("progress", N_ ("Progress"), 0),
  TEXT ("plan", N_ ("Plan"), 0),
  END,
};

static const RoadmapField remark_fields[] = {
  PROVENANCE,
  TEXT ("text", N_ ("Text"), REQUIRED),
  END,
};

/* Places on the map are in cells of its grid: x to the right, y downwards, from 0. */
#define GRID                                    \
  NUMBER ("x", N_ ("Grid column"), 0),          \
  NUMBER ("y", N_ ("Grid row"), 0),             \
  NUMBER ("width", N_ ("Grid columns"), 0),     \
  NUMBER ("height", N_ ("Grid rows"), 0)

static const RoadmapField map_fields[] = {
  PROVENANCE,
  NUMBER ("width", N_ ("Grid columns"), 0),
  NUMBER ("height", N_ ("Grid rows"), 0),
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  TEXT ("dateline", N_ ("Date line"), OFFICIAL),
  END,
};

static const RoadmapField band_fields[] = {
  PROVENANCE,
  GRID,
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  END,
};

static const RoadmapField region_fields[] = {
  PROVENANCE,
  STRING ("number", N_ ("Number"), OFFICIAL),
  REF ("lane", N_ ("Lane"), KEPT, "lane"),
  GRID,
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  END,
};

static const RoadmapField cell_fields[] = {
  PROVENANCE,
  GRID,
  REFS ("next", N_ ("Leads to"), KEPT, "cell"),
  REFS ("notes", N_ ("Notes"), KEPT, "note"),
  TEXT ("title", N_ ("Title"), REQUIRED | OFFICIAL),
  END,
};

static const RoadmapKind kinds[] = {
  { ROADMAP_KIND_ROOT, N_ ("Roadmap"), "part edition domain category status narrative chart map former remark",
    roadmap_fields },
  { "part",      N_ ("Part of the source"), "former remark",                                    part_fields },
  { "edition",   N_ ("Edition"),            "withdrawn former remark",                          edition_fields },
  { "withdrawn", N_ ("Withdrawn"),          "part domain category narrative section paragraph footnote chart heading column "
                                            "stage lane roadblock issue addressed measure bar milestone followup note map "
                                            "band region cell",                                 withdrawn_fields },
  { "domain",    N_ ("Domain"),             "former remark",                                    domain_fields },
  { "category",  N_ ("Category"),           "former remark",                                    category_fields },
  { "status",    N_ ("Status"),             "former remark",                                    status_fields },
  { "narrative", N_ ("Narrative"),          "paragraph section footnote former remark",         narrative_fields },
  { "section",   N_ ("Section"),            "paragraph former remark",                          section_fields },
  { "paragraph", N_ ("Paragraph"),          "paragraph former remark",                          paragraph_fields },
  { "footnote",  N_ ("Footnote"),           "paragraph former remark",                          note_fields },
  { "chart",     N_ ("Chart"),              "heading column stage lane milestone note former remark", chart_fields },
  { "heading",   N_ ("Column heading"),     "former remark",                                    heading_fields },
  { "column",    N_ ("Column"),             "former remark",                                    column_fields },
  { "stage",     N_ ("Stage"),              "heading roadblock addressed measure bar milestone note former remark", stage_fields },
  { "lane",      N_ ("Lane"),               "lane measure bar milestone note former remark",    lane_fields },
  { "roadblock", N_ ("Roadblock"),          "issue former remark",                              roadblock_fields },
  { "issue",     N_ ("Issue"),              "paragraph former remark",                          paragraph_fields },
  { "addressed", N_ ("Addressed"),          "paragraph former remark",                          addressed_fields },
  { "measure",   N_ ("Measure"),            "followup former remark",                           measure_fields },
  { "bar",       N_ ("Bar"),                "followup former remark",                           bar_fields },
  { "milestone", N_ ("Milestone"),          "former remark",                                    milestone_fields },
  { "followup",  N_ ("Follow-up"),          "paragraph former remark",                          followup_fields },
  { "note",      N_ ("Note"),               "paragraph former remark",                          note_fields },
  { "remark",    N_ ("Editor’s remark"),    NULL,                                               remark_fields },
  { "former",    N_ ("Former wording"),     NULL,                                               former_fields },
  { "map",       N_ ("Bird’s-eye map"),     "column band note former remark",                   map_fields },
  { "band",      N_ ("Band"),               "region former remark",                             band_fields },
  { "region",    N_ ("Region"),             "cell former remark",                               region_fields },
  { "cell",      N_ ("Cell"),               "former remark",                                    cell_fields },
  { NULL, NULL, NULL, NULL },
};

const RoadmapKind *
roadmap_schema_get_kinds (void)
{
  return kinds;
}

const RoadmapKind *
roadmap_schema_find_kind (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (const RoadmapKind *kind = kinds; kind->name != NULL; kind++)
    if (*kind->name == *name && strcmp (kind->name, name) == 0)
      return kind;
  return NULL;
}

gboolean
roadmap_schema_is_inherited (const char *field)
{
  g_return_val_if_fail (field != NULL, FALSE);

  for (const RoadmapKind *kind = kinds; kind->name != NULL; kind++)
    if (roadmap_kind_find_field (kind, field) == NULL)
      return FALSE;
  return TRUE;
}

/* Whether @word is one of the space-divided @words. */
static gboolean
has_word (const char *words,
          const char *word,
          gsize       length)
{
  while (words != NULL && *words != '\0')
    {
      gsize n = strcspn (words, " ");

      if (n == length && strncmp (words, word, n) == 0)
        return TRUE;
      words += n;
      words += strspn (words, " ");
    }
  return FALSE;
}

gboolean
roadmap_kind_may_contain (const RoadmapKind *kind,
                          const char        *child)
{
  g_return_val_if_fail (kind != NULL && child != NULL, FALSE);

  return has_word (kind->children, child, strlen (child));
}

/* For each kind the set of those that may stand below it, as bits. */
static const guint64 *
get_inner_kinds (void)
{
  static guint64 inner[G_N_ELEMENTS (kinds)];
  static gsize is_found;
  gboolean grows = TRUE;

  G_STATIC_ASSERT (G_N_ELEMENTS (kinds) <= 64);
  if (!g_once_init_enter (&is_found))
    return inner;

  for (guint i = 0; kinds[i].name != NULL; i++)
    for (guint k = 0; kinds[k].name != NULL; k++)
      if (roadmap_kind_may_contain (&kinds[i], kinds[k].name))
        inner[i] |= G_GUINT64_CONSTANT (1) << k;
  while (grows)
    {
      grows = FALSE;
      for (guint i = 0; kinds[i].name != NULL; i++)
        {
          guint64 before = inner[i];

          for (guint k = 0; kinds[k].name != NULL; k++)
            if (before & G_GUINT64_CONSTANT (1) << k)
              inner[i] |= inner[k];
          grows |= inner[i] != before;
        }
    }
  g_once_init_leave (&is_found, 1);
  return inner;
}

gboolean
roadmap_kind_may_hold (const RoadmapKind *kind,
                       const RoadmapKind *inner)
{
  g_return_val_if_fail (kind >= kinds && kind < kinds + G_N_ELEMENTS (kinds), FALSE);
  g_return_val_if_fail (inner >= kinds && inner < kinds + G_N_ELEMENTS (kinds), FALSE);

  return (get_inner_kinds ()[kind - kinds] & G_GUINT64_CONSTANT (1) << (inner - kinds)) != 0;
}

const RoadmapField *
roadmap_kind_find_field (const RoadmapKind *kind,
                         const char        *name)
{
  g_return_val_if_fail (kind != NULL && name != NULL, NULL);

  for (const RoadmapField *field = kind->fields; field->name != NULL; field++)
    if (*field->name == *name && strcmp (field->name, name) == 0)
      return field;
  return NULL;
}

gboolean
roadmap_field_is_text (const RoadmapField *field)
{
  return field->type == ROADMAP_FIELD_TEXT || field->type == ROADMAP_FIELD_MARKUP;
}

gboolean
roadmap_field_is_link (const RoadmapField *field)
{
  return field->type == ROADMAP_FIELD_REF || field->type == ROADMAP_FIELD_REFS;
}

gboolean
roadmap_field_may_link_to (const RoadmapField *field,
                           const char         *kind)
{
  return has_word (field->target, kind, strlen (kind));
}

static gboolean
is_number (const char *value)
{
  gsize length = strspn (value, "0123456789");

  return length > 0 && length <= 6 && value[length] == '\0';
}

static gboolean
is_colour (const char *value)
{
  return value[0] == '#' && strspn (value + 1, "0123456789abcdefABCDEF") == 6 && value[7] == '\0';
}

/* What stands between the ids of a REFS field is one space, so that the same links are always the same string. */
static gboolean
is_id_list (const char *value)
{
  gsize length = strlen (value);

  return length > 0 && value[0] != ' ' && value[length - 1] != ' ' && strstr (value, "  ") == NULL &&
         strpbrk (value, "\t\r\n") == NULL;
}

/* XML 1.0 has no way to write other control characters.  They come from clipboards: PowerPoint copies a line break as a
 * vertical tab. */
static gboolean
is_writable (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if ((guchar) *c < 0x20 && strchr ("\t\n\r", *c) == NULL)
      return FALSE;
  return strstr (text, "\xef\xbf\xbe") == NULL && strstr (text, "\xef\xbf\xbf") == NULL;
}

static gboolean
is_markup (const char *value)
{
  g_autofree char *text = NULL;

  /* Without tags and entities it is its own text. */
  if (strpbrk (value, "<&") == NULL)
    return is_writable (value);
  text = roadmap_markup_to_text (value);
  return text != NULL && is_writable (text);
}

/* A sentence's end: what a value of this type looks like. */
static const char *
describe_type (const RoadmapField *field)
{
  switch (field->type)
    {
    case ROADMAP_FIELD_NUMBER:
      return _("a whole number of at most six digits");
    case ROADMAP_FIELD_BOOLEAN:
      return _("“true” or “false”");
    case ROADMAP_FIELD_POINT:
      return _("a year, quarter or month such as FY2020, FY2020-Q3, 2020-Q1 or 2020-08");
    case ROADMAP_FIELD_DATE:
      return _("a date such as 2020-06-18");
    case ROADMAP_FIELD_COLOUR:
      return _("a colour such as #3584e4");
    case ROADMAP_FIELD_REF:
    case ROADMAP_FIELD_REFS:
      return _("ids divided by single spaces");
    case ROADMAP_FIELD_URI:
      return _("a web address such as https://www.example.org/");
    case ROADMAP_FIELD_MARKUP:
      return _("text with complete <ref> and <link> tags and nothing else");
    default:
      return _("text of a single line");
    }
}

static gboolean
has_right_form (const RoadmapField *field,
                const char         *value)
{
  RoadmapPoint point;
  GDate date;

  switch (field->type)
    {
    case ROADMAP_FIELD_STRING:
      return *value != '\0' && strpbrk (value, "\r\n") == NULL;
    case ROADMAP_FIELD_TEXT:
      return TRUE;
    case ROADMAP_FIELD_MARKUP:
      return is_markup (value);
    case ROADMAP_FIELD_NUMBER:
      return is_number (value);
    case ROADMAP_FIELD_BOOLEAN:
      return strcmp (value, "true") == 0 || strcmp (value, "false") == 0;
    case ROADMAP_FIELD_CHOICE:
      return has_word (field->choices, value, strlen (value));
    case ROADMAP_FIELD_POINT:
      return roadmap_point_parse (value, ROADMAP_FISCAL_START_DEFAULT, &point);
    case ROADMAP_FIELD_DATE:
      return roadmap_date_parse (value, &date);
    case ROADMAP_FIELD_COLOUR:
      return is_colour (value);
    case ROADMAP_FIELD_URI:
      return g_uri_is_valid (value, G_URI_FLAGS_NONE, NULL) && strpbrk (value, " \t\r\n") == NULL;
    case ROADMAP_FIELD_REF:
    case ROADMAP_FIELD_REFS:
      return is_id_list (value) && (field->type == ROADMAP_FIELD_REFS || strchr (value, ' ') == NULL);
    default:
      g_assert_not_reached ();
    }
}

static void
set_form_error (const RoadmapField  *field,
                const char          *value,
                GError             **error)
{
  if (field->type == ROADMAP_FIELD_CHOICE)
    g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
                 _("“%s” cannot be “%s”; it must be one of: %s"), field->name, value, field->choices);
  else
    g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
                 _("“%s” cannot be “%s”; it must be %s"), field->name, value, describe_type (field));
}

gboolean
roadmap_field_check (const RoadmapField  *field,
                     const char          *value,
                     GError             **error)
{
  g_return_val_if_fail (field != NULL && value != NULL, FALSE);

  if (!g_utf8_validate (value, -1, NULL))
    {
      g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
                   _("“%s” is not valid UTF-8 text; please enter it again"), field->name);
      return FALSE;
    }
  if (!is_writable (value))
    {
      g_set_error (error, ROADMAP_ERROR, ROADMAP_ERROR_INVALID,
                   _("“%s” holds a control character, which a file cannot; please enter it again"), field->name);
      return FALSE;
    }
  if (!roadmap_field_check_form (field, value, error))
    return FALSE;
  if (field->type != ROADMAP_FIELD_MARKUP || roadmap_markup_is_xml (value))
    return TRUE;
  set_form_error (field, value, error);
  return FALSE;
}

gboolean
roadmap_field_check_form (const RoadmapField  *field,
                          const char          *value,
                          GError             **error)
{
  g_return_val_if_fail (field != NULL && value != NULL, FALSE);

  if (has_right_form (field, value))
    return TRUE;

  set_form_error (field, value, error);
  return FALSE;
}
