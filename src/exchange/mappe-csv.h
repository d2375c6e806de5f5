/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MappeCsvError:
 * @MAPPE_CSV_ERROR_FORM: not a table of comma-separated values: a quote in the wrong place, rows of unequal length
 * @MAPPE_CSV_ERROR_ENCODING: not UTF-8
 * @MAPPE_CSV_ERROR_LIMIT: larger than the reader was told to accept
 *
 * The message starts with "name:line:column: ", both counted from 1, the column in characters.
 */
typedef enum {
  MAPPE_CSV_ERROR_FORM,
  MAPPE_CSV_ERROR_ENCODING,
  MAPPE_CSV_ERROR_LIMIT,
} MappeCsvError;

#define MAPPE_CSV_ERROR (mappe_csv_error_quark ())
GQuark mappe_csv_error_quark (void);

/**
 * MappeCsvLimits:
 * @bytes: of the whole table
 * @row_bytes: of one row, its quotes and separators not counted
 * @fields: of one row
 * @cell_bytes: of one field; 0 for as many as the row may have
 */
typedef struct {
  guint64 bytes;
  gsize   row_bytes;
  guint   fields;
  gsize   cell_bytes;
} MappeCsvLimits;

/** What is accepted where the caller does not say: 1 GiB, rows of 4 MiB, 1,000 columns. */
#define MAPPE_CSV_LIMITS_DEFAULT { G_GUINT64_CONSTANT (1) << 30, 4 * 1024 * 1024, 1000, 0 }

/**
 * MappeCsvReader:
 *
 * Reads a table row by row (RFC 4180; LF or CRLF; a byte order mark is passed over) without holding more than one
 * row. Rows must have as many fields as the first one; empty lines are passed over.
 */
typedef struct _MappeCsvReader MappeCsvReader;

MappeCsvReader     *mappe_csv_reader_new      (GInputStream *stream, const char *name, char separator,
                                               const MappeCsvLimits *limits);
MappeCsvReader     *mappe_csv_reader_open     (const char *path, char separator, GError **error);
void                mappe_csv_reader_set_lenient (MappeCsvReader *self);
void                mappe_csv_reader_free     (MappeCsvReader *self);
const char * const *mappe_csv_reader_next     (MappeCsvReader *self, GError **error);
guint               mappe_csv_reader_n_fields (MappeCsvReader *self);
guint               mappe_csv_reader_n_cells  (MappeCsvReader *self);
guint64             mappe_csv_reader_bytes    (MappeCsvReader *self);
guint64             mappe_csv_reader_line     (MappeCsvReader *self);
const char         *mappe_csv_reader_name     (MappeCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MappeCsvReader, mappe_csv_reader_free)

/**
 * MappeCsvFlags:
 * @MAPPE_CSV_SEMICOLON: fields are separated by ";", as German spreadsheets expect
 * @MAPPE_CSV_BOM: starts with a byte order mark, by which spreadsheets know UTF-8
 * @MAPPE_CSV_CRLF: lines end with CR and LF
 */
typedef enum {
  MAPPE_CSV_PLAIN     = 0,
  MAPPE_CSV_SEMICOLON = 1 << 0,
  MAPPE_CSV_BOM       = 1 << 1,
  MAPPE_CSV_CRLF      = 1 << 2,
} MappeCsvFlags;

gboolean mappe_csv_write_row (GOutputStream *out, const char * const *cells, guint n_cells, MappeCsvFlags flags,
                              gboolean first, GError **error);
void     mappe_csv_append_row (GString *out, const char * const *cells, guint n_cells, MappeCsvFlags flags);

G_END_DECLS
