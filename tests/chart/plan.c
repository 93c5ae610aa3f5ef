/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "plan.h"

#include "../model/sample.h"
#include "model/amendment.h"

const char plan_text[] =
  "roadmap roadmap | edition=ed | date=2020-06-18 | title=工程表 | title@en=Roadmap | organisation=協議会 | "
      "attribution=出典：厚生労働省\n"
  "  part annex | title=別添１ | title@en=Annex 1\n"
  "  edition ed | date=2020-06-18 | title=令和２年６月18日\n"
  "  status running | colour=#1c71d8 | pattern=plain | title=実施中 | title@en=In progress | letter=実 | letter@en=P\n"
  "  status late | colour=#c01c28 | pattern=hatched | title=遅延 | title@en=Delayed | letter=遅 | letter@en=L\n"
  "  status off | colour=#5e5c64 | pattern=struck | title=中止 | title@en=Cancelled | letter=止 | letter@en=C\n"
  "  chart stages | source=annex | calendar=fiscal | start=FY2020 | end=FY2022 | open=true | name=開発段階 | "
      "name@en=Stages | title=ロードブロック解消のための工程表 | title@en=Roadmap for removing the roadblocks\n"
  "    heading stages.h | for=stage | title=開発段階\n"
  "    stage irb | number=① | hue=#3584e4 | title=IRB\n"
  "      bar irb.1 | start=FY2020-Q1 | end=FY2020-Q3 | basis=inferred | title=医学研究等に係る倫理指針の改正 | "
      "title@en=Amend the Ethical Guidelines for Medical Research\n"
  "      bar irb.2 | start=FY2020-Q4 | end=FY2021-Q1 | basis=inferred | after=irb.1 | status=running | "
      "title=改正指針のガイダンス作成 | title@en=Draw up guidance on the amended guidelines\n"
  "      bar irb.3 | start=FY2021-Q1 | end=FY2022 | open=true | basis=inferred | after=irb.2 | status=late | "
      "title=指針改正に関する周知活動実施 | title@en=Make the amendment known\n"
  "    stage data | number=④ | title=データ転送・標準化／匿名化 | title@en=Data transfer, standardisation\n"
  "      bar data.1 | start=FY2020-Q1 | end=FY2020-Q2 | title=改定案のパブコメ | notes=n1 n2\n"
  "      bar data.2 | start=FY2020-Q3 | end=FY2022 | open=true | after=data.1 | title=２省ガイドラインとの在り方検討\n"
  "      bar data.3 | start=FY2019 | end=FY2020 | status=off | title=以前からの取組\n"
  "      bar data.4 | start=FY2022-Q4 | end=FY2024 | title=以後までの取組\n"
  "      milestone data.m | start=2020-08 | of=data.1 | basis=stated | title=工程表を策定\n"
  "    note n1 | number=１ | text=AMED研究事業\n"
  "    note n2 | number=２ | text=厚労科研\n"
  "  chart earlier | role=earlier | calendar=calendar | start=2017 | end=2021 | title=以前の工程表 | credit=報告書\n"
  "    lane care | title=介護\n"
  "      lane care.robots | title=介護ロボット\n"
  "        bar care.robots.1 | start=2017 | end=2018-Q2 | title=試作機の開発\n"
  "        bar care.robots.2 | start=2018-Q3 | end=2021 | after=care.robots.1 | title=実用化\n"
  "      lane care.plans | title=ケアプラン\n"
  "        bar care.plans.1 | start=2019 | end=2019-Q1 | title=課題の整理を行い必要な措置を講ずる\n"
  "        bar care.plans.2 | start=2021-Q4 | end=2021 | title=改めて評価し見直しを検討する\n"
  "    milestone ms | start=2018 | basis=inferred | title=診療報酬改定\n";

Roadmap *
plan_create_wordy (void)
{
  g_auto (GStrv) lines = g_strsplit (plan_text, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRegex) title = g_regex_new ("(title(?:@en)?=)([^|]*[^| ])", 0, 0, NULL);

  for (char **line = lines; *line != NULL && **line != '\0'; line++)
    {
      g_autofree char *wordy = g_regex_replace (title, *line, -1, 0, "\\1\\2、\\2、\\2", 0, NULL);

      g_string_append_printf (text, "%s\n", wordy);
    }
  return sample_parse (text->str);
}

static void
revise (Roadmap     *roadmap,
        RoadmapItem *item,
        const char  *name)
{
  const RoadmapField *field = roadmap_kind_find_field (roadmap_item_get_kind (item), name);
  const char *value = field != NULL ? roadmap_item_get_value (item, field, NULL) : NULL;
  g_autofree char *revised = value != NULL ? g_strconcat (value, "改", NULL) : NULL;
  g_autoptr (RoadmapEdit) edit = value != NULL ? roadmap_edit_new_set (item, field, NULL, revised) : NULL;
  g_autoptr (GError) error = NULL;

  if (edit != NULL)
    roadmap_change (roadmap, edit, &error);
  g_assert_no_error (error);
}

void
plan_amend (Roadmap *roadmap)
{
  g_autoptr (RoadmapEdit) dated = sample_parse_edit (roadmap, "set roadmap date=2020-06-18");
  g_autoptr (GPtrArray) items = roadmap_list (roadmap, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (roadmap_apply (roadmap, dated, NULL));
  roadmap_open_amendment (roadmap, "2022-03-25", "改定", NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < items->len; i++)
    {
      RoadmapItem *item = g_ptr_array_index (items, i);

      if (roadmap_item_find_around (item, "chart") == NULL && roadmap_item_find_around (item, "map") == NULL)
        continue;
      revise (roadmap, item, "title");
      revise (roadmap, item, "text");
    }
}

GPtrArray *
plan_list (Roadmap    *roadmap,
           const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);
  GPtrArray *items = g_ptr_array_new ();

  for (char **id = words; *id != NULL; id++)
    g_ptr_array_add (items, sample_get (roadmap, *id));
  return items;
}

Timeline *
plan_lay_out (Roadmap     *roadmap,
              const char  *charts,
              const char  *language,
              double       width,
              const GDate *today)
{
  g_autoptr (GPtrArray) list = plan_list (roadmap, charts);
  g_autoptr (RoadmapMeasure) measure = roadmap_measure_new_for_paper (13, language);
  RoadmapSwimlaneOptions options = {
    .roadmap = roadmap,
    .charts = list,
    .language = language,
    .axis = roadmap_axis_for_charts (roadmap, list, 0),
    .name_width = 130,
    .today = today,
    .measure = measure,
  };

  roadmap_axis_set_width (&options.axis, width);
  return timeline_new (&options);
}

static void
show_difference (const char *found,
                 const char *expected)
{
  g_auto (GStrv) left = g_strsplit (found, "\n", -1);
  g_auto (GStrv) right = g_strsplit (expected, "\n", -1);
  guint n_left = g_strv_length (left);
  guint n_right = g_strv_length (right);

  for (guint i = 0; i < MAX (n_left, n_right); i++)
    {
      const char *a = i < n_left ? left[i] : "(nothing)";
      const char *b = i < n_right ? right[i] : "(nothing)";

      if (g_strcmp0 (a, b) != 0)
        g_test_message ("line %u\n- %s\n+ %s", i + 1, b, a);
    }
}

void
plan_assert_golden (const char *name,
                    const char *text)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "chart", "golden", file, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("KOTEIHYO_WRITE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      return;
    }

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (g_strcmp0 (text, expected) == 0)
    return;
  show_difference (text, expected);
  g_test_message ("%s is not as expected; if it should be, set KOTEIHYO_WRITE_GOLDEN and run again", path);
  g_test_fail ();
}

const RoadmapGroup *
plan_get_group (Roadmap      *roadmap,
                RoadmapScene *scene,
                const char   *id)
{
  const RoadmapGroup *group = roadmap_scene_find_group (scene, sample_get (roadmap, id));

  g_assert_nonnull (group);
  return group;
}

const RoadmapShape *
plan_find_shape (RoadmapScene       *scene,
                 const RoadmapGroup *group,
                 RoadmapForm         form)
{
  for (guint i = 0; i < group->n_shapes; i++)
    {
      const RoadmapShape *shape = roadmap_scene_get_shape (scene, group->first + i);

      if (shape->form == form)
        return shape;
    }
  return NULL;
}
