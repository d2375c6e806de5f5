/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A target is a program that gives bytes to a reader, which must neither crash nor leak nor go on for ever, and must
 * say of what it refuses why. Built with -Dfuzz=true and clang, libFuzzer finds the bytes; otherwise driver.c changes
 * the seeds, the same in every run. */


/* Returns: (transfer full) (element-type GBytes): seeds of the target; called once, before anything else */
GPtrArray *fuzz_begin (void);
void       fuzz_end   (void);
/* (array zero-terminated=1): words that mean something to the reader */
extern const char *const fuzz_words[];

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

/* For seeds from texts, ended by %NULL. */
GPtrArray *fuzz_seeds (const char *first, ...) G_GNUC_NULL_TERMINATED;
/* A file with these bytes in a folder of its own, the same each time. */
const char *fuzz_file (const char *name, const guint8 *bytes, gsize length);

G_END_DECLS
