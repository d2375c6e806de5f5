/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  MAPPE_FOREIGN_TABLE,         /* .csv, .tsv, .txt */
  MAPPE_FOREIGN_CARDS,         /* .vcf */
  MAPPE_FOREIGN_APPOINTMENTS,  /* .ics */
} MappeForeignForm;

/**
 * MappeForeignFile: a file of another program, and what it seems to be
 * @path: where it lies
 * @name: without its folders
 * @form: what is in it
 * @encoding: name of the encoding it is read in, one of mappe_foreign_encodings()
 * @separator: of a table: between its cells
 * @bytes: its size
 *
 * Guesses may be written over.
 */
typedef struct {
  char            *path;
  char            *name;
  MappeForeignForm form;
  const char      *encoding;
  char             separator;
  guint64          bytes;
} MappeForeignFile;

/* Far more than any council has; what is larger is a wrong file. */
#define MAPPE_FOREIGN_MOST_BYTES (G_GUINT64_CONSTANT (1) << 30)

const char *const *mappe_foreign_encodings      (void);
const char        *mappe_foreign_encoding_find  (const char *typed);
gboolean           mappe_foreign_form_of        (const char *path, MappeForeignForm *form);
MappeForeignFile  *mappe_foreign_file_look      (const char *path, GCancellable *cancellable, GError **error);
MappeForeignFile  *mappe_foreign_file_copy      (const MappeForeignFile *self);
void               mappe_foreign_file_free      (MappeForeignFile *self);
GInputStream      *mappe_foreign_file_read      (const MappeForeignFile *self, GCancellable *cancellable,
                                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeForeignFile, mappe_foreign_file_free)

G_END_DECLS
