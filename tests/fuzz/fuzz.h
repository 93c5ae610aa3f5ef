/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Kōteihyō authors */

#pragma once

#include "model/roadmap.h"

G_BEGIN_DECLS

/* A fuzz target is fuzz-NAME.c with this one function: it does with @data what the program does with a file, and dies if that
 * goes wrong.  What is no roadmap is refused with a sentence, and that is right.  libFuzzer calls it (script/fuzz), and
 * so does driver.c, with the seeds of seeds/NAME and some thousand variations of them (script/test). */
int      LLVMFuzzerTestOneInput (const guint8 *data,
                                gsize          size);

/* For targets.  Dies unless an error of a reader came with NULL, and then is a sentence that can be shown. */
void     fuzz_check_error      (gpointer       result,
                                const GError  *error);
/* The roadmap written anew and read again must be the same roadmap. */
void     fuzz_check_again      (Roadmap       *roadmap);
/* (transfer none): a roadmap with an item of most kinds, the same one each time, that targets have to leave as it was. */
Roadmap *fuzz_get_host         (void);
void     fuzz_check_host       (void);
/* @written must hold the bytes of @expected. */
void     fuzz_check_bytes      (GBytes        *written,
                                GBytes        *expected);

G_END_DECLS
