/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs the program with the words of its command line, the first of them its own name; returns its exit status: 0 done,
 * 1 a finding, 2 trouble. */
int roadmap_cli_run (char **words);

G_END_DECLS
