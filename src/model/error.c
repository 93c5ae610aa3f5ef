/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#include "config.h"

#include "model/error.h"

G_DEFINE_QUARK (roadmap-error-quark, roadmap_error)
