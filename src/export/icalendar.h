/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "export/formats.h"

G_BEGIN_DECLS

/* The dates of a roadmap as a calendar, RFC 5545: for each bar that ends an event on the last day of its span, for each
 * milestone one on the last day of its period.  They last all day and do not make anybody busy.
 *
 * An event has the same UID in each export, "ITEM.ROADMAP@koteihyo.org" with their ids, so that importing again changes the
 * events that are there.  Its URL is the evidence of the newest follow-up. */
gboolean roadmap_icalendar_write (const RoadmapExportOptions  *options,
                                  GOutputStream               *stream,
                                  GCancellable                *cancellable,
                                  GError                     **error);

G_END_DECLS
